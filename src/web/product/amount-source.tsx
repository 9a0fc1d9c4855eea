import { Link2 } from "lucide-react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatMoney, formatSigned } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Popover } from "#web/kit/popover.tsx";
import { AmountChoice } from "#web/product/amount-panel.tsx";
import { differenceOf } from "#web/product/difference.ts";
import styles from "#web/product/products.module.css";

type AmountSourceProps = { readonly one: Opportunity; readonly onSave: (amount: string | null) => void };

/** The badge beside the amount: where it comes from, by how much the products differ, and the choice behind it. */
export function AmountSource({ one, onSave }: AmountSourceProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const difference = differenceOf(one);
  const isFollowing = one.amountSource !== "typed";
  return (
    <Popover
      label={words.product.amount.choice}
      placement="bottom end"
      width={352}
      trigger={
        <Button
          look="quiet"
          size="small"
          className={isFollowing ? styles.following : styles.typed}
          icon={isFollowing && <Icon of={Link2} size={14} />}
        >
          {words.opportunity.source[one.amountSource]}
          {difference && (
            <span className={styles.difference}>
              {words.product.amount.difference({
                amount: formatSigned(formatMoney(difference, locale), difference.amount.startsWith("-")),
              })}
            </span>
          )}
        </Button>
      }
    >
      <AmountChoice one={one} onSave={onSave} />
    </Popover>
  );
}

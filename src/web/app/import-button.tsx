import { Upload } from "lucide-react";
import { useMay } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

/** The way to bring in a file of what the list shows; absent where nothing may be created. */
export function ImportButton({ list, look = "quiet" }: { list: "clients" | "contacts" | "opportunities"; look?: "quiet" | "secondary" }) {
  const { common } = useWords();
  const { navigate } = useSurroundings();
  if (!useMay(list, "write")) return null;
  return (
    <Button
      look={look}
      size={look === "quiet" ? "small" : "normal"}
      icon={<Icon of={Upload} />}
      onPress={() => navigate(`/settings/imports?kind=${list}`)}
    >
      {common.import}
    </Button>
  );
}

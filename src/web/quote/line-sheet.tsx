import { useState } from "react";
import {
  CAPACITY_KINDS,
  CONSUMERS,
  isPerPerson,
  isRoom,
  LINE_PARTS,
  VAT_TREATMENTS,
  type CapacityKind,
  type Consumer,
  type LinePart,
  type VatTreatment,
} from "#domain/quote/costing.ts";
import { isCountedByCapacity, PRODUCT_CATEGORIES, type ProductCategory, type QuantityType } from "#domain/product/product.ts";
import type { SheetLine } from "#domain/quote/quote-sheet.ts";
import type { LineField } from "#domain/quote/sheet-edit.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { quantityTypeOptions } from "#web/catalogue/product-words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { quantityTypeEdits, setLine } from "#web/quote/cell-edits.ts";
import { LineSupplier } from "#web/quote/line-supplier.tsx";
import { editsOfPart } from "#web/quote/part-edits.ts";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import { SupplierFreeField } from "#web/quote/supplier-free-field.tsx";
import styles from "#web/quote/line-sheet.module.css";

type LineSheetProps = { readonly work: QuoteWork; readonly line: SheetLine; readonly onClose: () => void };

/** Everything about a line; what is changed is saved as it is changed, like in the grid. */
export function LineSheet({ work, line, onClose }: LineSheetProps) {
  const { words } = useAllSpoken();
  return (
    <Sheet isOpen onClose={onClose} title={line.name} note={words.quoting.line.note}>
      <fieldset className={styles.form} disabled={!work.canEdit}>
        <Names work={work} line={line} />
        {work.costs && <Counting work={work} line={line} />}
        {work.costs && <Figures work={work} line={line} />}
        <Internal work={work} line={line} />
      </fieldset>
    </Sheet>
  );
}

type PartProps = Omit<LineSheetProps, "onClose">;

export function useSetLine({ work, line }: PartProps) {
  return (change: Partial<Pick<SheetLine, LineField>>): void => work.edit(setLine(line, change));
}

function Names({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  return (
    <>
      <LeftField label={say.name} value={line.name} maxLength={200} onSave={(name) => name.trim() !== "" && set({ name: name.trim() })} />
      <LeftField
        label={say.publicName}
        hint={say.publicNameHint}
        isOptional
        value={line.publicName ?? ""}
        maxLength={200}
        onSave={(name) => set({ publicName: name.trim() || null })}
      />
      {mayEditFigures(work) && (
        <Select
          label={say.part}
          value={line.part}
          options={LINE_PARTS.map((id) => ({ id, label: words.quoting.part[id] }))}
          onChange={(part) => work.edit(editsOfPart(line, part as LinePart))}
        />
      )}
    </>
  );
}

type LeftFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly isArea?: boolean;
  readonly onSave: (value: string) => void;
};

/** Saved when it is left. */
function LeftField({ value, onSave, isArea = false, ...field }: LeftFieldProps) {
  const [text, setText] = useState<string>();
  const leave = (): void => {
    if (text !== undefined && text !== value) onSave(text);
    setText(undefined);
  };
  const shared = { ...field, value: text ?? value, onChange: setText, onBlur: leave };
  return isArea ? <TextArea {...shared} lines={3} /> : <TextField {...shared} onKeyDown={(event) => event.key === "Enter" && leave()} />;
}

function Counting({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  const { sheet } = work.reckoned;
  const type = line.quantityType;
  const isByCapacity = isCountedByCapacity(type);
  return (
    <>
      <Select
        label={say.quantityType}
        value={type}
        options={quantityTypeOptions(words)}
        onChange={(to) => work.edit(quantityTypeEdits(sheet, line, to as QuantityType))}
      />
      {isByCapacity && (
        <NumberField
          label={isRoom(type) ? say.occupancy : say.capacity}
          min={1}
          max={100_000}
          value={line.capacity}
          onChange={(capacity) => capacity !== null && set({ capacity })}
        />
      )}
      {type === "perCapacity" && (
        <>
          <Select
            label={say.capacityKind}
            value={line.capacityKind}
            options={CAPACITY_KINDS.map((id) => ({ id, label: say.capacityKinds[id] }))}
            onChange={(to) => set({ capacityKind: to as CapacityKind })}
          />
          {line.part === "base" && (
            <NumberField
              label={say.drivers}
              hint={say.driversHint}
              min={0}
              max={20}
              value={line.driversEach}
              onChange={(driversEach) => set({ driversEach })}
            />
          )}
        </>
      )}
      <OfLine work={work} line={line} />
      {type !== "percentage" && (
        <NumberField
          label={say.repetitions}
          hint={say.repetitionsHint}
          min={0}
          max={1000}
          value={line.repetitions}
          onChange={(to) => to !== null && set({ repetitions: to })}
        />
      )}
      {type !== "perGroup" && type !== "percentage" && type !== "perVehicleInUse" && line.part === "base" && (
        <Consumers work={work} line={line} />
      )}
      {(isPerPerson(type) || isRoom(type)) && <SupplierFreeField line={line} onChange={(supplierFree) => set({ supplierFree })} />}
    </>
  );
}

/** The vehicle whose number counts, or the room a room supplement is compared with. */
function OfLine({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  const isVehicle = line.quantityType === "perVehicleInUse";
  const isRoomCompared = line.part !== "base" && isRoom(line.quantityType);
  if (!isVehicle && !isRoomCompared) return null;
  const suits = (other: SheetLine): boolean => (isVehicle ? other.quantityType === "perCapacity" : isRoom(other.quantityType));
  const options = work.reckoned.sheet.lines.filter((other) => other.part === "base" && other.id !== line.id && suits(other));
  return (
    <Select
      label={isVehicle ? say.ofVehicle : say.ofRoom}
      hint={isVehicle ? undefined : say.ofRoomHint}
      value={line.ofLineId ?? ""}
      options={[...(isVehicle ? [] : [{ id: "", label: say.ofNoRoom }]), ...options.map(({ id, name }) => ({ id, label: name }))]}
      onChange={(id) => set({ ofLineId: id === "" ? null : id })}
    />
  );
}

function Consumers({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  const toggle = (one: Consumer, isIn: boolean): void =>
    set({ consumers: CONSUMERS.filter((each) => (each === one ? isIn : line.consumers.includes(each))) });
  return (
    <fieldset className={styles.group}>
      <legend>{say.consumers}</legend>
      {CONSUMERS.map((one) => (
        <Checkbox key={one} label={say.consumer[one]} isSelected={line.consumers.includes(one)} onChange={(isIn) => toggle(one, isIn)} />
      ))}
    </fieldset>
  );
}

function Figures({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  const { sheet, costing } = work.reckoned;
  const currencies = [
    ...new Set([line.currency, sheet.currency, costing.workspaceCurrency, ...sheet.exchangeRates.map(({ currency }) => currency)]),
  ];
  return (
    <>
      {line.quantityType === "percentage" ? (
        <NumberField
          label={say.percent}
          unit="%"
          min={0}
          maxDecimals={4}
          value={Number(line.percent ?? "0")}
          onChange={(to) => to !== null && set({ percent: String(to) })}
        />
      ) : (
        <div className={styles.pair}>
          <MoneyField
            label={say.unitCost}
            currency={line.currency}
            allowsNegative={line.part === "supplement"}
            value={line.unitCost}
            onChange={(to) => to !== null && set({ unitCost: to })}
          />
          <Select
            label={say.currency}
            value={line.currency}
            options={currencies.map((id) => ({ id, label: id }))}
            onChange={(currency) => set({ currency })}
          />
        </div>
      )}
      <NumberField
        label={words.quoting.grid.rate[costing.mode]}
        hint={say.rateHint}
        isOptional
        unit="%"
        maxDecimals={4}
        value={line.ratePercent === null ? null : Number(line.ratePercent)}
        onChange={(to) => set({ ratePercent: to === null ? null : String(to) })}
      />
      <Select
        label={say.vat}
        value={line.vatTreatment}
        options={VAT_TREATMENTS.map((id) => ({ id, label: say.vatTreatments[id] }))}
        onChange={(to) => set({ vatTreatment: to as VatTreatment })}
      />
    </>
  );
}

function Internal({ work, line }: PartProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const set = useSetLine({ work, line });
  return (
    <>
      {mayEditFigures(work) && <LineSupplier line={line} onChange={(supplierId) => set({ supplierId })} />}
      <Select
        label={say.category}
        value={line.category ?? ""}
        options={[{ id: "", label: "–" }, ...PRODUCT_CATEGORIES.map((id) => ({ id, label: words.catalogue.products.category[id] }))]}
        onChange={(to) => set({ category: to === "" ? null : (to as ProductCategory) })}
      />
      <LeftField
        label={say.internalNote}
        isOptional
        isArea
        value={line.note ?? ""}
        maxLength={5000}
        onSave={(note) => set({ note: note.trim() || null })}
      />
    </>
  );
}

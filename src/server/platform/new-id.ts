import { randomFillSync } from "node:crypto";

let lastMillisecond = 0;
let sequence = 0;

/** Asking the system for chance costs more than all the rest: a store of it is asked for at once. */
const chance = Buffer.alloc(4096);
let used = chance.length;

function takeChance(): Buffer {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  used += 8;
  return chance.subarray(used - 8, used);
}

/** A UUIDv7: sorted by time of making, also within a millisecond of one process. */
export function newId(): string {
  let millisecond = Date.now();
  if (millisecond <= lastMillisecond) {
    sequence += 1;
    millisecond = lastMillisecond;
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      millisecond = lastMillisecond;
      sequence = 0;
    }
  } else {
    lastMillisecond = millisecond;
    sequence = 0;
  }
  const bytes = Buffer.alloc(16);
  takeChance().copy(bytes, 8);
  bytes.writeUIntBE(millisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

import type { Selectable } from "kysely";
import { stepEndpoints } from "#contract/step.ts";
import { isShown } from "#domain/document/file-type.ts";
import { mayReadCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { MOST_PICTURES } from "#domain/step/step.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { StepPictureTable } from "#server/platform/db.gen.ts";
import { keyOf } from "#server/platform/file-store.ts";
import { handle } from "#server/platform/handle.ts";
import type { TakenFile } from "#server/platform/receive-file.ts";
import { savePart } from "#server/step/part-store.ts";
import { showOneStep, visibleStep } from "#server/step/steps.ts";

/** A picture of a screenful has less; a camera's largest has more pixels than anybody is shown. */
const MOST_BYTES = 20_000_000;

export const addStepPicture = handle(stepEndpoints.addStepPicture, {
  subject: ({ tx, params }) => visibleStep(tx, params.id),
  allow: mayWriteCatalogue,
  run: async ({ tx, subject, request }) => {
    if (!request.taken) throw refuseField("/file", "value.required");
    const pictures = subject.pictures as unknown as string[];
    if (pictures.length >= MOST_PICTURES) throw refuseField("/file", "pictures.tooMany");
    await insertPicture(tx, subject.id, request.taken);
    await savePart(tx, "step", { before: subject, change: { pictures: [...pictures, request.taken.id] }, act: "edited" });
    return showOneStep(tx, subject.id);
  },
});

/** A picture of a kind that every browser shows and that its bytes say it is. */
export async function insertPicture(tx: WriteTx, stepId: string, file: TakenFile): Promise<void> {
  const { width, height, contentType } = file;
  if (!contentType.startsWith("image/") || !isShown(contentType) || width === null || height === null)
    throw refuseField("/file", "file.notPicture");
  if (file.byteSize > MOST_BYTES)
    throw new Refusal("request.tooLarge", { limitBytes: MOST_BYTES }, [{ pointer: "/file", code: "file.tooLarge" }]);
  await tx.db
    .insertInto("step_picture")
    .values({
      workspace_id: tx.actor.workspaceId,
      step_id: stepId,
      id: file.id,
      name: file.name,
      content_type: contentType,
      byte_size: String(file.byteSize),
      sha256: file.sha256,
      width,
      height,
      thumbnail: file.thumbnail,
      created_at: tx.at,
      created_by: tx.actor.userId,
    })
    .execute();
}

/** The row is read here; the bytes leave once the transaction has ended. */
export const downloadStepPicture = handle(stepEndpoints.downloadStepPicture, {
  subject: ({ tx, params }) => visibleStep(tx, params.id, { deleted: true }),
  allow: mayReadCatalogue,
  run: async ({ tx, params, effects }) => {
    const picture = await getPicture(tx, params);
    effects.sendKept({
      key: keyOf(tx.actor.workspaceId, picture.id),
      name: picture.name,
      type: picture.content_type,
      size: Number(picture.byte_size),
      tag: picture.sha256.toString("hex"),
      isInline: true,
    });
  },
});

export const showStepThumbnail = handle(stepEndpoints.showStepThumbnail, {
  subject: ({ tx, params }) => visibleStep(tx, params.id, { deleted: true }),
  allow: mayReadCatalogue,
  run: async ({ tx, params, effects }) => {
    const { thumbnail, name } = await getPicture(tx, params);
    if (!thumbnail) throw new Refusal("request.notFound");
    effects.download({ name: `${name}.webp`, type: "image/webp", body: thumbnail });
  },
});

async function getPicture(tx: ReadTx, { id, pictureId }: { id: string; pictureId: string }): Promise<Selectable<StepPictureTable>> {
  const row = await tx.db
    .selectFrom("step_picture")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("step_id", "=", id)
    .where("id", "=", pictureId)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

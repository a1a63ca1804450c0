import { z } from 'zod'

/** Checks of the rubric, as judgements name them. */
export const RUBRIC = Array.from({ length: 15 }, (_, n) => `R${n + 1}`)

const Planted = z.enum(['wrong-key', 'wrong-answer', 'wrong-evidence'])

/** Which item each number of a sheet is; the reader never sees it. */
export const Bookkeeping = z.object({
  round: z.string().min(1),
  engine: z.string().min(1),
  seed: z.number().int(),
  documents: z.array(z.object({ label: z.string().min(1), file: z.string().min(1), hash: z.string() })),
  items: z.array(
    z.object({
      number: z.number().int().min(1),
      document: z.string().min(1),
      itemId: z.string().min(1),
      type: z.string().min(1),
      /** The fault planted in a good item to see whether the reader reads; null for an item as the engine made it. */
      planted: Planted.nullable(),
    }),
  ),
})
export type Bookkeeping = z.infer<typeof Bookkeeping>

const Bad = z.object({
  verdict: z.literal('bad'),
  failedCheck: z.enum(RUBRIC),
  reason: z.string().trim().min(1),
})
const Good = z.object({ verdict: z.literal('good') })
const Verdict = z.discriminatedUnion('verdict', [Good, Bad])

/** What a reader hands back: one verdict for each number of the sheet. */
export const Answers = z.array(z.intersection(z.object({ number: z.number().int().min(1) }), Verdict)).min(1)
export type Answers = z.infer<typeof Answers>

/** One reader's reading of one sheet, as it is kept in `bench/judgements/`. */
export const Reading = z.object({
  round: z.string().min(1),
  engine: z.string().min(1),
  date: z.iso.date(),
  reader: z.string().min(1),
  /** `first`: nothing had been mended for these documents. Only these are reported. */
  reading: z.enum(['first', 'again']),
  judgements: z.array(
    z.intersection(
      z.object({ document: z.string().min(1), itemId: z.string().min(1), type: z.string().min(1) }),
      Verdict,
    ),
  ),
  planted: z.array(z.object({ kind: Planted, caught: z.boolean() })),
})
export type Reading = z.infer<typeof Reading>

/** The value, or one line that says where the JSON is not as it should be. */
export function parsed<T>(schema: z.ZodType<T>, json: string): { ok: true; value: T } | { ok: false; line: string } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { ok: false, line: `is no JSON: ${error instanceof Error ? error.message : error}` }
  }
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  const [issue] = result.error.issues
  return { ok: false, line: `is not as it should be at “${issue?.path.join('.')}”: ${issue?.message}` }
}

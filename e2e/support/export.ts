import { expect, type Page } from '@playwright/test'
import type { exportLearner } from '../../lib/data/people/export-learner'

/** The type after JSON: dates become strings, and JSON columns stay unknown. */
type AsJson<Value> = Value extends Date
  ? string
  : unknown extends Value
    ? unknown
    : Value extends readonly (infer Member)[]
      ? AsJson<Member>[]
      : Value extends object
        ? { [Key in keyof Value]: AsJson<Value[Key]> }
        : Value

/** Everything that the server stores about a learner. */
export type Exported = AsJson<Awaited<ReturnType<typeof exportLearner>>>

/** The export of the learner who is signed in on the page. Throws for a stranger. */
export async function exportOf(page: Page, origin = ''): Promise<Exported> {
  const response = await page.request.get(`${origin}/api/export`)
  if (!response.ok()) throw new Error(`The export answered ${response.status()}.`)
  return response.json()
}

/** Each review once: the key is the learner and the id, so a second copy could only come under another id. */
export async function expectRatings(page: Page, ratings: readonly string[], origin = ''): Promise<void> {
  const saved = async () => {
    const response = await page.request.get(`${origin}/api/export`)
    const { reviews } = response.ok() ? ((await response.json()) as Exported) : { reviews: [] }
    return reviews.map(({ rating }) => rating)
  }
  await expect.poll(saved, { timeout: 45_000 }).toEqual(ratings)
}

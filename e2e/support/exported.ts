import type { APIRequestContext } from '@playwright/test'
import { expect, type Page } from './test'

type ExportedReview = {
  id: string
  factId: string
  rating: string
  at: string
  receivedAt: string
  scheduled: boolean
  parameters: string
  reversesId: string | null
}
type Export = {
  reviews: ExportedReview[]
  memories: { factId: string; state: string; due: string; stability: number; reviews: number; lastReview: string }[]
}

/** What the server holds of whoever asks, as they may download it. */
export async function exported(from: APIRequestContext): Promise<Export> {
  const response = await from.get('/api/export')
  // A stranger has nothing yet.
  return response.status() === 401 ? { reviews: [], memories: [] } : response.json()
}

export const ratingsOf = async (from: APIRequestContext) => (await exported(from)).reviews.map(({ rating }) => rating)

/** Each review once: the key is the learner and the id, so a second copy could only come under another id. */
export async function expectRatings(page: Page, ratings: readonly string[]): Promise<void> {
  await expect.poll(() => ratingsOf(page.request), { timeout: 45_000 }).toEqual(ratings)
}

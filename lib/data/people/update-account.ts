import 'server-only'
import { z } from 'zod'
import type { Viewer } from '@/lib/core/access/viewer'
import { db } from '@/lib/db'
import { Name } from './credentials'

/** Whether it is an IANA name that this server knows. */
export const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0).length > 0
  } catch {
    return false
  }
}

// An empty field is no nought.
const filled = () => z.string().trim().min(1).pipe(z.coerce.number())

export const AccountSettings = z.object({
  /** A guest may stay without one. */
  name: z.union([z.literal(''), Name]),
  theme: z.enum(['system', 'light', 'dark']),
  timeZone: z.string().max(64).refine(isTimeZone),
  /** Hour of the day at which a new study day begins. */
  dayStartHour: filled().pipe(z.int().min(0).max(23)),
  /** Share, not per cent. */
  desiredRetention: filled().pipe(z.number().min(0.7).max(0.97)),
  newPerDay: filled().pipe(z.int().min(0).max(1000)),
  duePerDay: filled().pipe(z.int().min(1).max(10_000)),
  singleKeys: z.enum(['on', 'off']).transform((choice) => choice === 'on'),
})

export type AccountSettings = z.infer<typeof AccountSettings>

export async function updateAccount(viewer: Viewer, settings: AccountSettings): Promise<void> {
  // Picked, not spread: what else a form sends is nobody's wish.
  const { name, theme, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys } = settings
  await db().learner.update({
    where: { id: viewer.learnerId },
    data: { name, theme, timeZone, dayStartHour, desiredRetention, newPerDay, duePerDay, singleKeys },
  })
}

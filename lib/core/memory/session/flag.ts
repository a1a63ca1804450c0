import type { MemoryParameters } from '../scheduling/parameters'
import { endOfStudyDay } from '../scheduling/study-day'

/** What a learner can lay on a fact from its card. A buried one rests until the next study day, a suspended one until it is taken up again. */
export const FLAGS = ['star', 'bury', 'suspend'] as const
export type FlagKind = (typeof FLAGS)[number]

/** What lies on a fact; `buriedUntil`: out of study before this moment. */
export type Flags = { readonly starred: boolean; readonly suspended: boolean; readonly buriedUntil: Date | null }

type Day = Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>

/** What laying a flag changes, or taking it off (`on: false`). A burial ends with the study day in which it was laid. */
export function changeBy(
  { kind, on, at }: { readonly kind: FlagKind; readonly on: boolean; readonly at: Date },
  { timeZone, dayStartHour }: Day,
): Partial<Flags> {
  if (kind === 'star') return { starred: on }
  if (kind === 'suspend') return { suspended: on }
  return { buriedUntil: on ? endOfStudyDay(at, timeZone, dayStartHour) : null }
}

import type { MemoryParameters } from '../scheduling/parameters'
import { endOfStudyDay } from '../scheduling/study-day'

/** Flags that a learner sets on a fact from its card. Buried: until the next study day. Suspended: until the learner resumes it. */
export const FLAGS = ['star', 'bury', 'suspend'] as const
export type FlagKind = (typeof FLAGS)[number]

/** The flags of a fact; `buriedUntil`: not studied before this time. */
export type Flags = { readonly starred: boolean; readonly suspended: boolean; readonly buriedUntil: Date | null }

type Day = Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>

/** What changes when a flag is set, or removed (`on: false`). A burial ends with the study day on which it was set. */
export function changeBy(
  { kind, on, at }: { readonly kind: FlagKind; readonly on: boolean; readonly at: Date },
  { timeZone, dayStartHour }: Day,
): Partial<Flags> {
  if (kind === 'star') return { starred: on }
  if (kind === 'suspend') return { suspended: on }
  return { buriedUntil: on ? endOfStudyDay(at, timeZone, dayStartHour) : null }
}

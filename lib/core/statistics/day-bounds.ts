import type { MemoryParameters } from '../memory/scheduling/parameters'
import { startOfStudyDay } from '../memory/scheduling/study-day'

type Clock = Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>

/**
 * The first moments of `count` study days from `first` on, and the moment at which the last of them is over. A moment lies in
 * study day `first + n - 1` when n of these are not later than it: so a database can group by study day without knowing
 * time zones, and on days on which clocks are changed it agrees with `studyDay`.
 */
export function dayBounds(first: number, count: number, { timeZone, dayStartHour }: Clock): readonly Date[] {
  return Array.from({ length: count + 1 }, (_, day) => startOfStudyDay(first + day, timeZone, dayStartHour))
}

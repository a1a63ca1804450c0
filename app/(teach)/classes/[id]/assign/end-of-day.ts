import { tz } from '@date-fns/tz'
import { isValid, endOfDay as lastMoment, parse } from 'date-fns'

/** The last moment of a day like 2026-06-12 on the wall clock of a zone; null when there is no such day. */
export function endOfDay(day: string, timeZone: string): Date | null {
  const zone = tz(timeZone)
  const date = parse(day, 'yyyy-MM-dd', new Date(0), { in: zone })
  return isValid(date) ? new Date(lastMoment(date, { in: zone }).getTime()) : null
}

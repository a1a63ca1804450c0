import type { useTranslations } from 'next-intl'
import type { Messages } from '@/i18n/areas'
import { minutesUntil, waitOf } from '@/lib/core/shared/rate-limits'

/** A key of messages/…/people.json. */
type Reason = keyof Messages['people']['error']

/** The state of a form after it was sent: invalid fields, the reason of a refusal and the text to keep. */
export type FormState = {
  readonly kept: Readonly<Record<string, string>>
  /** Names of fields that could not be read. */
  readonly fields?: readonly string[]
  readonly reason?: Reason
  /** Minutes until the learner may try again. */
  readonly minutes?: number
  readonly done?: boolean
}

export const UNSENT: FormState = { kept: {} }

export function refusal(
  result: { reason: Reason; tryAgainAt?: Date },
  now: Date,
): Pick<FormState, 'reason' | 'minutes'> {
  if (!result.tryAgainAt) return { reason: result.reason }
  return { reason: result.reason, minutes: minutesUntil(result.tryAgainAt, now) }
}

/** The text to fill in again. Never a password, because it is in the HTML of the page. */
export function keptText(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')]))
}

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

type Translate = ReturnType<typeof useTranslations<'people'>>

export function reasonText(t: Translate, { reason, minutes }: FormState): string | undefined {
  return reason ? t(`error.${reason}`, waitOf(minutes ?? 0)) : undefined
}

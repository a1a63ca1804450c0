import type { Refusal } from './import-event'

type Translate = (key: string, values?: Record<string, string | number>) => string

// These say themselves that nothing was to be kept.
const NOTHING_TYPED = new Set(['empty', 'blank', 'emptyFile'])

/** What happened, what was kept and what to do. */
export function refusalText(t: Translate, { reason, values }: Refusal): string {
  const filled = { ...values }
  if (reason === 'no-facts') filled.why = values.check ? t(`check.${values.check}`) : 'none'
  const said = t(`refused.${reason}`, filled)
  return NOTHING_TYPED.has(reason) ? said : `${said} ${t('refused.kept')}`
}

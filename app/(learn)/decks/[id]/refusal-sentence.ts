import 'server-only'
import { getTranslations } from 'next-intl/server'
import { FINDING_CODES, type FindingCode } from '@/lib/core/check/check-result'
import type { Refusal } from '@/lib/core/generation/refusal'

type Reason = Pick<Refusal, 'code' | 'values'>
type OwnCode = Exclude<Refusal['code'], FindingCode>

/** Why something gave no item, or is in doubt, as a sentence: those of the checks are in messages/…/items.json. */
export async function refusalSentences(): Promise<(reason: Reason) => string> {
  const [own, checks] = await Promise.all([getTranslations('refusals'), getTranslations('items.checks')])
  return ({ code, values }) => (isFinding(code) ? checks(code, values) : own(code as OwnCode, values))
}

const isFinding = (code: Refusal['code']): code is FindingCode => FINDING_CODES.some((finding) => finding === code)

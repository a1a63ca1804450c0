import { useTranslations } from 'next-intl'
import { FINDING_CODES, type FindingCode } from '@/lib/core/check/check-result'
import type { RefusalCode } from '@/lib/core/generation/refusal'

type Values = Readonly<Record<string, string | number>>

const isFinding = (code: string): code is FindingCode => (FINDING_CODES as readonly string[]).includes(code)

const REFERENCE = /^(?:unresolved|depends)-/

/** A sentence that the rules passed over has a code without values. */
const isWithoutValues = (raw: string, values: Values): boolean => Object.keys(values).length === 0 && raw.includes('{')

/** The sentence of a reason: why an item needs a check, or why a sentence is not asked. */
export function useReasonText() {
  const t = useTranslations('items')
  const refusals = useTranslations('refusals')
  const sentence = (code: RefusalCode, values: Values): string => {
    const raw = String(isFinding(code) ? t.raw(`checks.${code}`) : refusals.raw(`${code}`))
    if (isWithoutValues(raw, values)) return t(REFERENCE.test(code) ? 'general.reference' : 'general.other')
    return isFinding(code) ? t(`checks.${code}`, values) : refusals(`${code}`, values)
  }
  return {
    sentence,
    /** With what its author can do about it. */
    withAdvice: (code: RefusalCode, values: Values): string =>
      isAdvised(code) ? `${sentence(code, values)} ${t(`advice.${code}`)}` : sentence(code, values),
    /** For a count of items: "asks nearly the same as another". */
    kindOf: (code: string): string =>
      KINDS[code] ? t(`acceptAll.kinds.${KINDS[code]}`) : t('acceptAll.kinds.clarity'),
  }
}

type Advised = 'unresolved-reference' | 'unresolved-pronoun' | 'depends-on-time' | 'depends-on-context'

const isAdvised = (code: RefusalCode): code is Advised => /^(?:unresolved-|depends-on-)/.test(code)

type Kind = 'answer' | 'twin' | 'options' | 'guessable' | 'unconfirmed' | 'clarity'

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ 'no-evidence': 'answer', 'evidence-moved': 'answer', 'not-in-evidence': 'answer', 'not-false': 'answer' },
  ...{
    'answered-otherwise': 'answer',
    'not-answerable': 'answer',
    'another-answer': 'answer',
    'qualifier-missing': 'answer',
  },
  ...{ 'not-reread': 'unconfirmed', 'rules-alone': 'unconfirmed' },
  ...{ 'repeated-question': 'twin', 'same-question': 'twin', 'answers-another': 'twin' },
  ...{
    'no-distractor': 'options',
    'equal-options': 'options',
    'option-also-right': 'options',
    'option-too-long': 'options',
  },
  ...{
    'key-in-stem': 'guessable',
    'key-word-in-stem': 'guessable',
    'article-cue': 'guessable',
    guessable: 'guessable',
  },
  ...{ 'key-longer': 'guessable', 'key-shorter': 'guessable', 'word-cue': 'guessable', 'key-is-topic': 'guessable' },
  ...{ 'key-alone-in-form': 'guessable', 'distractors-alike-in-form': 'guessable' },
}

import { z } from 'zod'
import type { Evidence } from '../document/document'
import type { ShownEvidence } from '../document/evidence'
import { letterOf } from '../shared/option-rows'
import type { Edit, RevealContext, ShownOption, Written } from './question-type'

const EvidenceSchema = z.object({ start: z.number(), end: z.number(), quote: z.string() }).readonly()

/** The wrong options are those offered and not right; reasons and evidence belong to them. */
export const optionFields = {
  /** In the order shown. */
  options: z.array(z.string()).readonly(),
  distractorReasons: z.record(z.string(), z.string()).readonly(),
  distractorEvidence: z.record(z.string(), EvidenceSchema).readonly(),
}

type Offered = {
  readonly options: readonly string[]
  readonly distractorReasons: Readonly<Record<string, string>>
  readonly distractorEvidence: Readonly<Record<string, Evidence>>
}

type NewWords = {
  readonly key: readonly string[]
  readonly wrong: readonly string[]
  readonly reasons: Edit['reasons']
}

/** The options around a key in an author's words. */
export function editOptions(before: Written, { key, wrong, reasons = {} }: NewWords): Offered {
  const isSame = isSameKey(before.key, key)
  const reasonOf = (option: string) => {
    const [old, written] = [before.distractorReasons[option], reasons[option]?.trim()]
    // A reason may speak of the key: with another key it has to be written anew.
    return isSame ? (written ?? old) : written === old ? undefined : written
  }
  return {
    options: placeOptions(before.options, [...key, ...wrong]),
    // An option in other words is another option: its reason and evidence belong to the old one.
    distractorReasons: Object.fromEntries(
      wrong.flatMap((option) => {
        const reason = reasonOf(option)
        return reason ? [[option, reason]] : []
      }),
    ),
    distractorEvidence: only(before.distractorEvidence, wrong),
  }
}

/** Options keep their places as far as they were kept; new ones follow, so that editing never moves the key to one end. */
export function placeOptions(before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((option) => !before.includes(option))
  const kept = before.map((option) => (after.includes(option) ? option : added.shift()))
  return [...kept.filter((option) => option !== undefined), ...added]
}

const isSameKey = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((entry) => right.includes(entry))

function only<T>(byOption: Readonly<Record<string, T>>, options: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(byOption).filter(([option]) => options.includes(option)))
}

/** Each option with whether it is right and chosen, why it is wrong, and where the document speaks of it. */
export function revealOptions(
  { options, distractorReasons, distractorEvidence }: Offered,
  key: readonly string[],
  given: readonly string[],
  { quote }: Pick<RevealContext, 'quote'>,
) {
  const shown = options.map((text): ShownOption => {
    const isKey = key.includes(text)
    const evidence = distractorEvidence[text]
    return {
      text,
      isKey,
      isGiven: given.includes(text),
      reason: isKey ? '' : (distractorReasons[text] ?? ''),
      evidence: evidence && !isKey ? highlightOption(text, quote(evidence)) : null,
    }
  })
  return { kind: 'options' as const, options: shown }
}

/** With the option highlighted in the words that speak of it, where they name it so. */
function highlightOption(option: string, shown: ShownEvidence): ShownEvidence {
  const sentence = shown.sentence.toLowerCase()
  const names = [option, option.replace(/^(the|an?) /i, '')].map((name) => name.toLowerCase())
  const name = names.find((candidate) => sentence.includes(candidate))
  if (name === undefined) return shown
  const start = sentence.indexOf(name)
  return { ...shown, answer: { start, end: start + name.length } }
}

/** "B. Naryn": an entry with the letter of its option on paper; as it is where it is no option. */
export function lettered(options: readonly string[], entry: string): string {
  const at = options.indexOf(entry)
  return at < 0 ? entry : `${letterOf(at)}. ${entry}`
}

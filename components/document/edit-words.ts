import type { ItemType } from '@/lib/core/item/item'
import { pairLine } from '@/lib/core/item/pairs'

/** What an author can change of an item, as its form says it. */
export type Words = { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }

const PAIRED: readonly string[] = ['matching', 'categorising'] satisfies ItemType[]
const TRUTHS = ['True', 'False']

export function readWords(form: FormData): Words {
  const stem = String(form.get('stem') ?? '').replaceAll(/\s*\n\s*/g, ' ')
  const truth = form.get('truth')
  if (truth !== null) return { stem, key: [String(truth)], wrong: TRUTHS.filter((other) => other !== truth) }
  const key = linesOf(form.get('key'))
  const inPairs = PAIRED.includes(String(form.get('type')))
  return { stem, key: inPairs ? key.map(pairLine) : key, wrong: linesOf(form.get('wrong')) }
}

function linesOf(value: FormDataEntryValue | null): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

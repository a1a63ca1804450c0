/** What an author can change of an item, as its form says it. */
export type Words = { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }

const TRUTHS = ['True', 'False']

export function readWords(form: FormData): Words {
  const stem = String(form.get('stem') ?? '').replaceAll(/\s*\n\s*/g, ' ')
  const truth = form.get('truth')
  if (truth !== null) return { stem, key: [String(truth)], wrong: TRUTHS.filter((other) => other !== truth) }
  return { stem, key: linesOf(form.get('key')), wrong: linesOf(form.get('wrong')) }
}

function linesOf(value: FormDataEntryValue | null): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

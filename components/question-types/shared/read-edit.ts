import type { Edit } from '@/lib/core/question-types/question-type'

/** Names of fields begin with these: the place of an answer follows, or an option. */
export const SPELLINGS = 'accepted.'
export const REASON = 'reason.'

/** What an author has written into the fields of an item. */
export function readEdit(form: FormData): Edit {
  return {
    stem: String(form.get('stem') ?? '').replaceAll(/\s*\n\s*/g, ' '),
    key: linesOf(form.get('key')),
    wrong: linesOf(form.get('wrong')),
    accepted: Object.fromEntries(
      [...form.keys()]
        .filter((name) => name.startsWith(SPELLINGS))
        .map((name) => [Number(name.slice(SPELLINGS.length)), linesOf(form.get(name))]),
    ),
    reasons: Object.fromEntries(
      [...form.keys()]
        .filter((name) => name.startsWith(REASON))
        .map((name) => [name.slice(REASON.length), linesOf(form.get(name)).join(' ')]),
    ),
  }
}

function linesOf(value: FormDataEntryValue | null): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

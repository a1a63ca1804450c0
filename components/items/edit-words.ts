import type { Edit } from '@/lib/core/question-types/question-type'

/** What an author has written into the form of an item. */
export function readWords(form: FormData): Edit {
  return {
    stem: String(form.get('stem') ?? '').replaceAll(/\s*\n\s*/g, ' '),
    key: linesOf(form.get('key')),
    wrong: linesOf(form.get('wrong')),
  }
}

function linesOf(value: FormDataEntryValue | null): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

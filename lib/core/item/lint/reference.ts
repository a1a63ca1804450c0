import type { Judge } from './finding'

const POINTER = /\b(?:this|these|those)\b/i
const SUCH = /\bsuch\b(?! as\b)/i
const PRONOUN = /\b(?:it|its|they|their|them|he|his|him|she|her|hers|itself|themselves)\b/i
const PERSON = /\b(?:I|we|us|our|ours|you|your|yours|my|me)\b/
// "It is vital for S to …": stands for what follows.
const EXPLETIVE = /\b(?:it (?:is|was)|(?:is|was) it) \p{Ll}+ (?:to|that|for (?:\S+ ){1,5}to)\b/iu
const MARKER =
  /\b(?:also|still|soon(?! as)|thereafter|thereby|additionally|subsequently|in turn|meantime|however|therefore|thus|hence|instead|moreover|furthermore|meanwhile|nevertheless|nonetheless|likewise|similarly|accordingly|consequently|in addition|for example|for instance|as mentioned|as noted|in this case|in either case|in contrast|on the other hand|on one hand|the former|the latter|above|below|aforementioned|respectively)\b/i
const LATER =
  /^(?:later|previously|earlier|accompanying|resulting|remaining|surrounding|ensuing|subsequent|afterwards?|meanwhile|initially|rather|then|still|finally|eventually|soon|next|today|currently|now|again|so|but|and|or|yet)\b/i
/** Said when the text was written, not when it is read. */
const DEICTIC = /\b(?:recent|recently|currently|nowadays|at present|so far|to date|ongoing)\b/i
const EMPTY =
  /^(?:what|which|who|whom|whose|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|will|the|a|an|in|on|at|of|for|to|by|from|with|as|and|or|many|much|long)$/i

/** R7: the stem points at nothing outside itself. */
export const judgeReference: Judge = (item) => {
  const stem = item.stem
  const found: string[] = []
  const pointer = POINTER.exec(stem.replace(/^Which of these\b/, ''))
  if (pointer) found.push(`“${pointer[0]}” points outside the sentence. Name it, or leave it out.`)
  if (SUCH.test(stem)) found.push('“such” points outside the sentence. Name it, or leave it out.')
  const told = stem.replace(EXPLETIVE, (words) => words.replace(/\bit\b/i, '—'))
  const pronoun = PRONOUN.exec(told)
  if (pronoun && !hasAntecedent(told.slice(0, pronoun.index)))
    found.push(`“${pronoun[0]}” stands for something outside the sentence. Name it.`)
  const person = PERSON.exec(stem)
  if (person) found.push(`“${person[0]}” speaks to the reader, not of the subject.`)
  const dated = DEICTIC.exec(stem)
  if (dated) found.push(`“${dated[0]}” depends on when it is read. Say the date.`)
  const marker = MARKER.exec(stem) ?? LATER.exec(stem)
  if (marker) found.push(`“${marker[0]}” leans on the sentence before. Leave it out.`)
  return found
}

/** A word that could be meant stands before the pronoun. */
const hasAntecedent = (before: string): boolean =>
  (before.match(/[\p{L}\p{N}'’-]+/gu) ?? []).some((word) => word.length > 2 && !EMPTY.test(word))

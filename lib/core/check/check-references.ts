import type { WrittenItem } from '../item/item'
import { wordsOf } from '../language/english/content-words'
import { isArrangement } from '../question-types/registry'
import { type CheckFunction, type Finding, finding, isEnglish } from './check-result'

const POINTER = /\b(?:this|these|those(?! of\b))\b/i
/** "In spite of that downward trend"; not "the evidence that fish …". */
const THAT =
  /\b(?:of|in|for|to|by|with|from|at|on|despite|during|since|after|before) that (?!(?:is|are|was|were|has|have|had|can|may|will|would)\b)\p{Ll}+/u
const SUCH = /\bsuch\b(?! as\b)/i
const PRONOUN = /\b(?:it|its|they|their|them|he|his|him|she|her|hers|itself|themselves)\b/i
// Not the "I" of "Charles I" or "World War I"; that of "When I visited Oslo" speaks to the reader.
const BEFORE_PERSON =
  'When|Whenever|Where|Wherever|While|Whether|Who|Whom|What|Which|Why|How|If|As|Since|Because|Before|After|Although|Though|Until|Unless|Once|That|Than|Then|Thus|So|And|But|Or|Yet|Do|Did|Am|Was|Have|Had|Can|Could|Must|Shall|Should|Would|Now|Here|Today|Yesterday|Later|Finally|Sometimes'
const PERSON = new RegExp(
  `(?<!\\p{Lu}\\.)\\b(?:(?<!(?!(?:${BEFORE_PERSON}) )\\p{Lu}\\p{Ll}+ )I(?!\\.)|we|us|our|ours|you|your|yours|my|me)\\b`,
  'u',
)
// "It is vital for S to …": stands for what follows.
const EXPLETIVE = /\b(?:it (?:is|was)|(?:is|was) it) \p{Ll}+ (?:to|that|for (?:\S+ ){1,5}to)\b/iu
const MARKER =
  /\b(?:also|still|soon(?! as)|(?:years?|months?|days?|weeks?|decades?|centur(?:y|ies)) later|already|separately|thereafter|thereby|additionally|subsequently|in turn|meantime|however|therefore|thus|hence|instead(?! of)|moreover|furthermore|meanwhile|nevertheless|nonetheless|likewise|similarly|accordingly|consequently|in addition|for example|for instance|as mentioned|as noted|in this case|in either case|in contrast|on the other hand|on one hand|the former|the latter|the (?:item|thing|one) that|the period described|during the period(?= *[.,?])|described (?:above|here|earlier)|more technically|both (?!of\b|[^,.;]{2,40}? and )(?:\p{Ll}+ ){0,2}\p{Ll}+s(?! and)|the \p{L}+ ones|the document|the person(?:[’']s)?(?! (?:who|whom|whose|that|in|with|to)\b)|in any case|by contrast|in response(?! to)|at the time(?! of)|at that time|as well(?! as)|in fact|, though(?=,)|next (?=\p{Ll}+ed\b)|(?:no|any|a) further|(?<!\b(?:after|within|for|in|of|to) )one day(?! (?:after|before|or|of))|(?:despite|of) that|ensuing|(?<!and )subsequent(?! to| years?| centur)|nearby|the situation(?! (?:in which|where|that|when|called))|further (?:north|south|east|west)|previous|the above|the below|(?:above|below)(?= *[.,;?]| mentioned)|aforementioned|respectively)\b/iu
const LATER =
  /^(?:as in|within (?:a few|a|two|three|several) \p{L}+(?!.{0,12} of\b)|the \p{Ll}+est (?:is|are|was|were|has|have|had)|(?:farther|further) (?:north|south|east|west)|(?:an?|one) (?:version|member|part|copy|result|variant|number|kind|type|form|series|similar \p{L}+) (?:is|was|were|has|had)|each (?:is|was|has|had|can|may|of these)|both(?! (?:of|\p{L}+ and|.{1,40} and) )|domestically|internationally|locally|specifically|similarly|(?:just as|equally|more|most) (?:important|significant)\p{L}*|later|previously|earlier|accompanying|additional|resulting|remaining|surrounding|ensuing|subsequent|afterwards?|meanwhile|initially|rather|then|still|finally|eventually|soon|next|today|currently|now|again|so|but|and|or|yet)\b/iu
/** Said when the text was written, not when it is read. */
const DEICTIC =
  /\b(?:recent|recently|currently|nowadays|at present|so far|to date|ongoing|is scheduled|are scheduled|is planned|are planned|is expected to (?:open|be))\b/i
const EMPTY =
  /^(?:what|which|who|whom|whose|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|will|the|a|an|in|on|at|of|for|to|by|from|with|as|and|or|many|much|long)$/i

// "Put these steps in order", "Which of these …": the entries and options themselves.
const pointerIn = ({ stem, type }: WrittenItem) =>
  isArrangement(type) ? null : POINTER.exec(stem.replace(/^Which of these\b/, ''))

/** "Which ties hold societies together … as the text sees such societies?" says what is meant. */
function hasOpenSuch(stem: string): boolean {
  const such = SUCH.exec(stem)
  if (!such) return false
  const [named = ''] = /\p{L}+/u.exec(stem.slice(such.index + 'such'.length)) ?? []
  return named === '' || !wordsOf(stem.slice(0, such.index)).includes(named.toLowerCase())
}

/** R7: the stem points at nothing outside itself. Its words are English ones; `checkPointers` knows those of other languages. */
export const checkReference: CheckFunction = (item, { language }) => (isEnglish(language) ? pointersOf(item) : [])

function pointersOf(item: WrittenItem): Finding[] {
  const { stem } = item
  const found: Finding[] = []
  const pointer = pointerIn(item)
  if (pointer) found.push(finding('unresolved-reference', { word: pointer[0] }))
  if (THAT.test(stem)) found.push(finding('unresolved-reference', { word: 'that' }))
  if (hasOpenSuch(stem)) found.push(finding('unresolved-reference', { word: 'such' }))
  const withoutExpletive = stem.replace(EXPLETIVE, (words) => words.replace(/\bit\b/i, '—'))
  const pronoun = PRONOUN.exec(withoutExpletive)
  if (pronoun && !hasAntecedent(withoutExpletive.slice(0, pronoun.index)))
    found.push(finding('unresolved-pronoun', { word: pronoun[0] }))
  const person = PERSON.exec(stem)
  if (person) found.push(finding('speaks-to-reader', { word: person[0] }))
  const dated = DEICTIC.exec(stem)
  if (dated) found.push(finding('depends-on-time', { word: dated[0] }))
  const marker = MARKER.exec(stem) ?? LATER.exec(stem)
  if (marker) found.push(finding('depends-on-context', { word: marker[0] }))
  const bare = BARE_NUMBER.exec(stem)
  if (bare) found.push(finding('depends-on-context', { word: bare[0] }))
  return found
}

/** "knew of more than 25,000.": of what? Not "in the theory of 1992?" */
const BARE_NUMBER = /\b(?:(?:than|over|about|nearly|almost) \d|of (?!(?:1\d|20)\d\d[.?])\d)[\d,]*[.?]$/

/** A possible antecedent precedes the pronoun. */
const hasAntecedent = (before: string): boolean =>
  (before.match(/[\p{L}\p{N}'’-]+/gu) ?? []).some((word) => word.length > 2 && !EMPTY.test(word))

import { withoutHint } from '../../../item/hint'
import type { WrittenItem } from '../../../item/item'
import { isOpenNoun, nounKind, rankOf } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'
import {
  answerFeatures,
  bucket,
  cachedFeatures,
  type FeatureContext,
  stemFeatures,
  trueNames,
  WORD,
} from './text-features'

/** The side from which an item asks its claim. */
type View = 'question' | 'gap' | 'reverse' | 'statement' | 'member'

function viewOf({ type, stem }: WrittenItem, claim: Claim): View {
  if (type === 'true-false') return 'statement'
  const bareStem = withoutHint(stem)
  if (bareStem === claim.question) return 'question'
  if (bareStem === claim.reverse) return 'reverse'
  return bareStem === claim.gapped ? 'gap' : 'member'
}

/**
 * All features of an item, as names of what is true of it. The weights were learned from readers' verdicts: a feature that
 * changes its meaning needs them learned again (bench/engine/fit-feature-weights.ts).
 */
export function featuresOf(item: WrittenItem, claim: Claim, about: FeatureContext): string[] {
  const { fact } = claim
  const view = viewOf(item, claim)
  const stem = withoutHint(item.stem)
  const answer = item.type === 'true-false' || item.type === 'multiple' ? fact.answer : item.key.join(' ')
  const how = howOf(view, claim, answer)
  const around = item.type === 'true-false' ? '' : stem
  const fromAnswer = cachedFeatures(about, `${answer}\n${around}`, () => answerFeatures(answer, around, about))
  const fromStem = cachedFeatures(about, `${stem}\n\n${fact.heading}`, () => stemFeatures(stem, fact.heading, about))
  const valueFor = (name: string) => featureValue(fromAnswer, name) ?? featureValue(fromStem, name)
  return [
    ...fromAnswer,
    ...fromStem,
    ...evidenceFeatures(item, stem),
    ...unresolvedFeatures(claim, stem, how),
    `view=${view}`,
    `type=${item.type}`,
    `how=${how}`,
    `how-type=${how}-${item.type}`,
    `kind=${fact.kind}`,
    `answer-type=${claim.answerType}`,
    `how-words=${how}-${valueFor('answer-words')}`,
    `how-rarest=${how}-${valueFor('answer-rarest')}`,
    `how-hooks=${how}-${valueFor('stem-hooks')}`,
    `how-definites=${how}-${valueFor('stem-definites')}`,
    `how-names=${how}-${valueFor('answer-names')}`,
    `type-words=${item.type}-${valueFor('answer-words')}`,
    `members=${bucket(fact.members.length, 0, 1, 2, 3, 5)}`,
    ...(stem === item.stem
      ? []
      : ['answer-rarest', 'answer-commonest', 'answer-names', 'answer-words'].map(
          (name) => `hint-${name}=${valueFor(name)}`,
        )),
    ...(view === 'question' ? [`asks=${whWordOf(stem)}`] : []),
    ...trueNames({
      hint: stem !== item.stem,
      [`hint-${item.type}`]: stem !== item.stem,
      exact: claim.exact,
      unsure: !claim.isCertain,
      [`empty-${how}`]: fromAnswer.includes('answer-empty'),
      [`judge-${item.key[0]}`]: view === 'statement',
      'in-list': claim.list !== null,
      open: fact.open,
    }),
  ]
}

const featureValue = (features: readonly string[], name: string): string | undefined =>
  features.find((feature) => feature.startsWith(name) && feature.charAt(name.length) === '=')?.slice(name.length + 1)

/** Where the answer is in the sentence, and whether it is unambiguous. */
function howOf(view: View, claim: Claim, answer: string): string {
  const isSubject = claim.fact.relation === 'subject'
  if (view === 'question')
    return isSubject ? 'asks-subject' : isUnambiguousQuestion(claim) ? 'asks-unambiguously' : 'asks'
  if (view !== 'gap') return view
  return isSubject ? 'leaves-subject' : leftOut(claim, answer)
}

function leftOut(claim: Claim, answer: string): string {
  const loose = isUnambiguousGap(claim) ? '' : 'loose-'
  if (/^(?:the )?\p{Lu}/u.test(answer)) return `leaves-${loose}name`
  if (/\d/.test(answer)) return 'leaves-figure'
  return claim.fact.relation === 'term' ? `leaves-${loose}term` : 'leaves'
}

const whWordOf = (stem: string): string =>
  /^(?:in what year|when|where|who|why|how many|how|which|whom|what (?:is|are|was|were) the|what (?:is|are|was|were)|what (?:did|does|do)|what (?:has|have|had)|what)\b/
    .exec(stem.toLowerCase())?.[0]
    .replace(/\b(?:are|was|were)\b/, 'is') ?? 'lead'

/** Nouns of the stem with a "the" that nothing explains. */
function unresolvedFeatures({ unresolved }: Claim, stem: string, how: string): string[] {
  const lower = stem.toLowerCase()
  const said = unresolved.filter((noun) => new RegExp(`\\bthe (?:[\\p{L}’'-]+ ){0,4}${escaped(noun)}`, 'u').test(lower))
  const [first] = said
  if (first === undefined) return unresolved.length > 0 ? ['unresolved=aside'] : []
  return [
    'unresolved',
    `unresolved=${bucket(said.length, 1, 2)}`,
    `unresolved-how=${how}`,
    `unresolved-at=${lower.startsWith('the ') && lower.indexOf(first) < LEAD ? 'start' : 'inside'}`,
    `unresolved-past=${/\b(?:was|were|had|did|\p{Ll}{3,}ed)\b/u.test(stem)}`,
    ...said.flatMap((noun) => [`unresolved-on=${nounKind(noun) ?? 'none'}`, `unresolved-open=${isOpenNoun(noun)}`]),
  ]
}
const LEAD = 30

const escaped = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '.')

/** How much of its sentence the stem keeps, and how long that is. */
function evidenceFeatures({ evidence }: WrittenItem, stem: string): string[] {
  const [first] = evidence
  const words = (first?.quote.match(WORD) ?? []).length
  const kept = (stem.match(WORD) ?? []).length / Math.max(1, words)
  return [
    `evidence-words=${bucket(words, 12, 20, 30, 40)}`,
    `evidence-kept=${bucket(kept, 0.3, 0.5, 0.75, 0.95)}`,
    `evidence-spans=${bucket(evidence.length, 1, 2)}`,
  ]
}

const SENTENCE_END = /[.!?]["”’)]? \p{Lu}/gu
const CONNECTIVE =
  /^(?:However|Thus|Therefore|Hence|Moreover|Furthermore|Additionally|In addition|For example|For instance|In fact|Indeed|Instead|Nevertheless|Nonetheless|Similarly|Likewise|Consequently|As a result|In contrast|By contrast|On the other hand|Also|Then|Still|Yet|But|And|So|Finally|First|Second|Third|Next|Rather|Specifically|In particular|In other words|Meanwhile|Later|Here|Again|Of course|Today|Now),? /u
const VERB =
  /\b(?:is|are|was|were|has|have|had|can|may|includes?|included|becomes?|became|uses?|used|develops?|developed|allows?|allowed|makes?|made|provides?|provided|causes?|caused|contains?|contained|consists?|forms?|formed|produces?|produced|requires?|required|begins?|began|leads?|led|takes?|took|gives?|gave|creates?|created|helps?|helped|established|founded|published|invented|discovered|introduced|called|known|located|considered|believed|argued|found|born|died|built|won|wrote|defeated|conquered|signed|passed|refers?|means?|occurs?|occurred|results?|resulted|increases?|increased|tends?|remains?|remained|serves?|served|plays?|played)\b/u

// Enough for four sentences; without a limit a text in one paragraph would be read again for each item.
const FAR = 6_000

/** Where the evidence of an item stands: the first sentence of a paragraph depends on less context. */
export function placeFeatures({ evidence, stem }: WrittenItem, text: string): string[] {
  const [first] = evidence
  if (!first) return []
  const said = text.slice(Math.max(0, first.start - FAR), first.start)
  const paragraph = said.slice(said.lastIndexOf('\n') + 1)
  const before = (paragraph.match(SENTENCE_END) ?? []).length
  const isFirst = paragraph.trim().length < 3
  const verb = VERB.exec(stem)?.[0]
  return [
    `place=${isFirst ? 'first' : bucket(before, 0, 1, 3)}`,
    ...(verb === undefined ? [] : [`verb=${verb}`]),
    ...(/\b[Tt]he _/.test(stem) ? ['gap-the'] : /\b[Aa]n? _/.test(stem) ? ['gap-a'] : []),
    ...trueNames({ 'place-connective': CONNECTIVE.test(first.quote) }),
  ]
}

// Words that a text on any subject may hold say nothing of this one.
const COMMON = 4000
const FEWEST_ANCHORS = 2
const LONGEST_ANSWER = 10

/** Wh-words that ask for one kind of thing, and so have one answer: when, where, who, how many, what it is called. */
const EXACT =
  /^(?:(?:.{2,60}, )?(?:in what year|when|since when|where|how many|why|for the sake of what|to whom|by what means)\b|(?:which|what) (?:country|countries|organization|organizations|term|two|three|four)\b|what other name does the text give .+|what (?:does|do) “.+” stand for|how does the text define|what is .+ (?:called|known as|named|referred to as)\?$|what are .+ (?:called|known as|named|referred to as)\?$)/i

/** True when a question has, by its words, one answer of the document's own; "What did the club present?" has many. */
function isUnambiguousQuestion({ question, fact }: Claim): boolean {
  if (question === null) return false
  if (fact.members.length > 2 || fact.kind === 'count' || EXACT.test(question)) return true
  if (fact.members.length > 0) return isAnchored(question)
  const plain = !/\b(?:to \p{Ll}+|which|that|who|because|when|while|if)\b/u.test(fact.answer)
  if (!plain || !isSpecial(fact.answer) || wordsOf(fact.answer).length > LONGEST_ANSWER) return false
  if (/^(?:.{2,60}, )?who\b/i.test(question)) return /\p{Lu}/u.test(fact.answer) && isAnchored(question)
  return /^What did /.test(question) && isPlaced(question)
}

/** "What did Fleming discover in 1928?": a name and a date, or two names, leave one thing to be meant. */
const isPlaced = (question: string): boolean =>
  (question.slice(5).match(/\b\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*|\b\d{4}\b/gu) ?? []).length >= FEWEST_ANCHORS

/** True when the rest of the statement identifies it and the missing word is not common. */
function isUnambiguousGap({ gapped, fact }: Claim): boolean {
  if (gapped === null || !isSpecial(fact.answer) || /\b(?:that|which|who|to) _/.test(gapped)) return false
  if (/^(?:relation|actor|cause)$/.test(fact.kind) && !/[\p{Lu}\d]/u.test(fact.answer)) return false
  if (!WHOLE.test(fact.kind) && /\b(?:of|for|from|with|in|to|that|which)\b/.test(fact.answer)) return false
  return anchorsOf(gapped) >= (/^_/.test(gapped) ? FEWEST_FOR_SUBJECT : FEWEST_ANCHORS)
}
const WHOLE = /^(?:name|date|alias)$/
// Of a subject left out the predicate alone must tell which one it is.
const FEWEST_FOR_SUBJECT = 3

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** A name, a figure, a word of its subject, or too many words to be guessed. */
const isSpecial = (text: string): boolean => {
  const words = wordsOf(text)
  return (
    NUMBER.test(text) ||
    words.some((word) => /[\p{Lu}\p{N}]/u.test(word) || rankOf(word.toLowerCase()) > COMMON) ||
    words.filter((word) => rankOf(word.toLowerCase()) > VERY_COMMON).length >= MANY
  )
}
const VERY_COMMON = 600
const MANY = 3

const NUMBER = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty)$/iu

const isAnchored = (text: string): boolean => anchorsOf(text) >= FEWEST_ANCHORS

const anchorsOf = (text: string): number =>
  wordsOf(text).filter((word, n) => (n > 0 && /^[\p{Lu}\p{N}]/u.test(word)) || rankOf(word.toLowerCase()) > COMMON)
    .length

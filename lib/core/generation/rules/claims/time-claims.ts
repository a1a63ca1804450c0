import { askAround } from '../../../language/english/questions'
import type { TimePhrase } from '../../../language/english/times'
import { textOf } from '../../../language/english/word-case'
import { type Reading, standsAlone, wordsAround } from '../sentences/clause-reading'
import { type Claim, clauseClaim } from './claim'

/** "In 1785, S verb …" and "S verb … in 1785": when. */
export function timeClaims(reading: Reading): Claim[] {
  const dated = reading.clause.times.filter(
    ({ preposition, from }) => preposition !== 'of' && from < reading.clause.rest.to,
  )
  if (dated.length > 1 || isState(reading)) return []
  return dated
    .filter((time) => belongs(reading, time))
    .flatMap((time) => claimOf(reading, time))
    .slice(0, 1)
}

/** "had 15 million jobs in 1960": it may have had them in 1961 as well. */
const isState = ({ clause: { group } }: Reading): boolean =>
  group.kind === 'copula' ||
  /^(?:have|exist|remain|contain|include|consist|own|stand|live|cover|represent|hold|number|total|amount|account|comprise|measure|weigh|stretch|mean|belong)$/.test(
    group.base ?? '',
  )

const ASKED = /^(?:in|on|during|between|from|since)$/

/** The phrase is the whole lead, or stands after the verb with no other clause between. */
function belongs({ clause }: Reading, time: TimePhrase): boolean {
  if (!ASKED.test(time.preposition)) return false
  if (clause.lead) return time.from === 0 && time.to === clause.lead.to
  if (time.from < clause.rest.from || time.to > clause.rest.to) return false
  const between = clause.tokens.slice(clause.rest.from, time.from)
  if (
    between.some(
      ({ tag, lower }) =>
        tag === 'SCONJ' ||
        tag === 'VERB' ||
        tag === 'AUX' ||
        /^(?:that|which|who|whose|where|when|and|but|or|compared)$/.test(lower),
    )
  )
    return false
  return time.to === clause.rest.to || clause.tokens[time.to]?.tag === 'ADP'
}

const lowerFirst = (text: string): string =>
  /^(?:Between|From)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

function claimOf(reading: Reading, time: TimePhrase): Claim[] {
  const { clause, sentence } = reading
  const leads = clause.lead !== null
  if (!standsAlone(reading, leads ? clause.lead : time)) return []
  const tail = leads ? textOf(sentence.text, clause.tokens, clause.rest) : wordsAround(reading, clause.rest, time)
  const wh = time.preposition === 'since' ? 'since when' : time.kind === 'year' ? 'in what year' : 'when'
  const question = askAround(reading.source, wh, tail, '')
  if (question === null) return []
  const answer = lowerFirst(textOf(sentence.text, clause.tokens, time.value))
  return [
    clauseClaim(reading, {
      kind: 'date',
      relation: 'when',
      answer,
      at: time.value,
      answerType: time.kind,
      answerClass: time.kind,
      exact: true,
      question,
    }),
  ]
}

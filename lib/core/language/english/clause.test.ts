import { describe, expect, it } from 'vitest'
import { readClause } from './clause'
import { tagSentence } from './tagger'
import { textOf } from './word-case'

const read = (text: string) => {
  const tokens = tagSentence(text)
  const clause = readClause(tokens)
  if (!clause) return null
  const say = (range: { from: number; to: number }) => textOf(text, tokens, range)
  return {
    subject: say(clause.subject),
    verb: say(clause.group),
    rest: say(clause.rest),
    lead: clause.lead && say(clause.lead),
  }
}

describe('readClause', () => {
  it('parts lead, subject, verb group and rest', () => {
    expect(read('In 1802, the committee had presented a short report to the mayor.')).toEqual({
      lead: 'In 1802',
      subject: 'the committee',
      verb: 'had presented',
      rest: 'a short report to the mayor',
    })
  })

  it('leaves a relative tail out of the clause', () => {
    expect(read('The river feeds a lake, which freezes in winter.')?.rest).toBe('a lake')
  })

  it('refuses a clause when a participle might be no main verb', () => {
    expect(read('The letters written by the clerk were lost.')).toBeNull()
  })

  it('refuses a singular with the verb of a plural: the verb was taken for a noun', () => {
    expect(read('A strong current splits water into oxygen and hydrogen.')?.verb).not.toBe('water')
    expect(read('Strong currents split water into oxygen and hydrogen.')?.verb).toBe('split')
  })

  it('refuses a cut that would lose half of a contrast', () => {
    expect(read('The town has a larger square than the village, but a smaller church than the city.')).toBeNull()
  })
})

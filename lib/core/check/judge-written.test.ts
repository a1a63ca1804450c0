import { describe, expect, it } from 'vitest'
import type { WrittenItem } from '../item/item'
import { judge } from './judge-written'

const YEARS = 'In 1666 the mill of Arden burnt down. The fire of 1666 spared the church. After 1666 Arden had no mill.'

/** The codes of what is found about a short answer to a question on one sentence of a text. */
function codes({ quote, stem, key, text = quote }: { quote: string; stem: string; key: string; text?: string }) {
  const start = text.indexOf(quote)
  const item: WrittenItem = {
    ...{ id: 'i', type: 'short-answer', tier: 'A', factIds: ['f'], stem, options: [], key: [key], accepted: [[]] },
    ...{ explanation: quote, distractorEvidence: {}, distractorReasons: {} },
    evidence: [{ start, end: start + quote.length, quote }],
  }
  return judge(item, { text, title: 'Arden', headings: [], stems: [] }).map(({ code }) => code)
}

describe('judge', () => {
  it('asks for all members of a list, and takes no clause for a member', () => {
    const listed = {
      quote: 'The valley of Arden exports barley and wool.',
      stem: 'What does the valley of Arden export?',
    }
    expect(codes({ ...listed, key: 'barley' })).toContain('listed-with-others')
    const clause = {
      quote: 'In a dry year the canal of Arden is closed and the mill stops.',
      stem: 'What is the canal of Arden in a dry year?',
    }
    expect(codes({ ...clause, key: 'closed' })).not.toContain('listed-with-others')
  })

  it('lets a question name the year that a document is about, and no year from far away', () => {
    const far = 'Arden lies on a river. '.repeat(40)
    const asked = { quote: 'The new mill was built by Ada Quill.', key: 'Ada Quill' }
    const stem = 'Who built the new mill of Arden after 1666?'
    expect(codes({ ...asked, stem, text: `${YEARS}\n${far}\n${asked.quote}` })).not.toContain('name-not-in-text')
    const once = YEARS.replaceAll('1666', '1650').replace('1650', '1666')
    expect(codes({ ...asked, stem, text: `${once}\n${far}\n${asked.quote}` })).toContain('name-not-in-text')
  })

  it('knows a situation that the question describes from one that it points at', () => {
    const quote = 'Scarcity is the situation in which wants exceed means.'
    const asked = { quote, key: 'scarcity' }
    expect(codes({ ...asked, stem: 'What is the name of the situation in which wants exceed means?' })).not.toContain(
      'depends-on-context',
    )
    expect(codes({ ...asked, stem: 'What is the name of the situation between wants and means?' })).toContain(
      'depends-on-context',
    )
  })

  it('takes a length of time and the year of a work for no pointer', () => {
    const theory = { quote: 'The theory of 1992 by Ada Quill explains it after one day.', key: 'Ada Quill' }
    expect(codes({ ...theory, stem: 'Who explains it after one day in the theory of 1992?' })).not.toContain(
      'depends-on-context',
    )
    expect(codes({ ...theory, stem: 'Who explained the theory one day?' })).toContain('depends-on-context')
    expect(codes({ ...theory, stem: 'Who knew of the theory and of 25?' })).toContain('depends-on-context')
  })
})

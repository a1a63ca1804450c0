import { describe, expect, it } from 'vitest'
import { type Candidate, pickExample, pickWelcomeCard } from './pick-showcase'

const SENTENCE = 'The town of Karakol, east of the lake, was founded in 1869 by settlers.'

function card(given: Partial<Candidate> & { answer?: [number, number] | null } = {}): Candidate {
  const [start, end] = given.answer ?? [54, 58]
  return {
    stem: 'In which year was the town of Karakol founded?',
    answers: ['1869'],
    wrongOptions: 3,
    ...given,
    evidence: given.evidence ?? {
      caption: { heading: 'Towns', sentence: 1 },
      sentence: SENTENCE,
      answer: given.answer === null ? null : { start, end },
    },
  }
}

describe('the card for a stranger', () => {
  it('can be guessed among options rather than not, and is a list only where there is nothing else', () => {
    const list = card({ stem: 'Which are the three largest lakes?', answers: ['A', 'B', 'C'], answer: null })
    const [open, guessed] = [card({ wrongOptions: 0 }), card()]
    expect(pickWelcomeCard([list, open, guessed])).toBe(guessed)
    expect(pickWelcomeCard([list, open])).toBe(open)
    expect(pickWelcomeCard([list])).toBe(list)
  })

  it('is a whole question whose answer is lit in a short sentence', () => {
    const blank = card({ stem: 'Karakol was founded in ____ by settlers.' })
    const unlit = card({ answer: null })
    const fit = card()
    expect(pickWelcomeCard([blank, unlit, fit])).toBe(fit)
  })

  it('is the first there is when none is fit, and none when there is none', () => {
    const unlit = card({ answer: null })
    expect(pickWelcomeCard([unlit])).toBe(unlit)
    expect(pickWelcomeCard([])).toBeUndefined()
  })
})

describe('the sentence that is followed', () => {
  it('is asked by a question with options too, and is not the card above', () => {
    const opening = card({ evidence: { ...card().evidence, caption: { heading: 'Lakes', sentence: 1 } } })
    const [bare, asked] = [card({ wrongOptions: 0 }), card()]
    expect(pickExample([opening, bare, asked], opening)).toBe(asked)
  })

  it('has its answer inside rather than at the end', () => {
    const [last, inside] = [card({ answer: [0, 10] }), card()]
    expect(pickExample([last, inside], undefined)).toBe(inside)
  })

  it('is another sentence than that of the card above, and one sentence rather than a list', () => {
    const at = (sentence: number, words = SENTENCE) =>
      card({ evidence: { caption: { heading: 'Towns', sentence }, sentence: words, answer: card().evidence.answer } })
    const [opening, same, list, plain] = [at(1), at(1), at(2, `${SENTENCE}\n- A\n- B`), at(3)]
    expect(pickExample([opening, same, list], opening)).toBe(list)
    expect(pickExample([opening, list, plain], opening)).toBe(plain)
  })
})

import { describe, expect, it } from 'vitest'
import { definitionsIn, isDefinedTwice } from './contradictions'

const asked = 'How does the text define “aluminium”?'
const ONCE = ['Aluminium is a metal in the boron group.', 'The metal is an element.']

describe('what a thing is', () => {
  it('has no one answer where the document says it twice', () => {
    expect(isDefinedTwice(asked, definitionsIn(ONCE))).toBe(false)
    const twice = definitionsIn([...ONCE, 'Aluminium (Al) is the chemical element with 13 protons.'])
    expect(isDefinedTwice(asked, twice)).toBe(true)
    expect(isDefinedTwice('Which term does the text define as “a metal”?', twice)).toBe(false)
  })

  it('is said once by a sentence with brackets and without', () => {
    const same = definitionsIn(['Aluminium (Al) is a metal (the most common).', 'Aluminium is a metal.'])
    expect(isDefinedTwice(asked, same)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { aliasesOf, readAliases, shortFormClaims } from './aliases'

const aliases = readAliases('The Indian Reorganization Act (IRA) became law. The act (1934) was the work of many.')

describe('aliasesOf', () => {
  it('gives a name by its short form, and the short form by the name', () => {
    expect(aliasesOf(aliases, 'the Indian Reorganization Act')).toEqual(['IRA'])
    expect(aliasesOf(aliases, 'IRA')).toEqual(['Indian Reorganization Act'])
  })

  it('gives the whole name of a person by the last one, where only one bears it', () => {
    const persons = readAliases(
      'Sigmund Freud wrote of dreams, and Anna Jung and Carl Jung of symbols. In England, Freud lived.',
    )
    expect(aliasesOf(persons, 'Freud')).toEqual(['Sigmund Freud'])
    expect(aliasesOf(persons, 'Jung')).toEqual([])
    expect(aliasesOf(persons, 'England')).toEqual([])
  })

  it('takes no other brackets for a short form', () => {
    expect(aliasesOf(aliases, 'The act')).toEqual([])
    expect(aliasesOf(aliases, 'law')).toEqual([])
  })
})

describe('shortFormClaims', () => {
  const explained = (text: string) =>
    shortFormClaims(readAliases(text)).map(({ fact }) => `${fact.subject} ${fact.answer}`)

  it('asks short forms by the name whose initials they are, or that stands before them', () => {
    expect(explained('The League of Lenna Towns and Bank of Orla met. The LLT paid.')).toEqual([
      'LLT League of Lenna Towns',
    ])
    expect(explained('They measured the mean tidal height (MTH) of Orla.')).toEqual(['MTH mean tidal height'])
  })

  it('asks none that two names share', () => {
    expect(explained('The League of Lenna Towns met the Law of Land Taxes. The LLT paid.')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { findClaims } from './find-claims'

const claimsOf = (text: string) => {
  const document = structureDocument({ title: null, text, format: 'txt' })
  return [...findClaims(document, 'txt', () => {})].flatMap(({ claims }) => claims)
}
/** "A" where the reading is certain, "B" where an antecedent is not. */
const asked = (text: string) =>
  claimsOf(text).map(({ isCertain, question, fact }) => `${isCertain ? 'A' : 'B'} ${question} = ${fact.answer}`)

describe('facts from prose', () => {
  it('asks another name that an aside gives', () => {
    expect(asked('Rivers\n\nThe Lenna, also called the Silver Water, is a river in northern Dalia.')).toContain(
      'A What other name does the text give the Lenna? = the Silver Water',
    )
  })

  it('asks why, by the reason with its "because"', () => {
    expect(asked('Bees\n\nWorker bees guard young larvae because large wasps eat young larvae.')).toContain(
      'A Why do worker bees guard young larvae? = because large wasps eat young larvae',
    )
  })

  it('asks for whose sake and through what', () => {
    const items = asked('Millers\n\nThe millers of Orla sold flour through a guild of seven bakers.')
    expect(items).toContain('A Through what did the millers of Orla sell flour? = a guild of seven bakers')
  })

  it('asks to whom something was given', () => {
    expect(asked('Orla\n\nThe bakers of Orla showed the council of Orla their plan for a stone bridge.')).toContain(
      'A To whom did the bakers of Orla show their plan for a stone bridge? = the council of Orla',
    )
  })

  it('asks a subject in the plural with a verb in the singular', () => {
    expect(asked('Leaves\n\nTwo waxy membranes surround all the cells of a leaf.')).toContain(
      'A What surrounds all the cells of a leaf? = two waxy membranes',
    )
  })

  it('takes a second verb for a statement of its own', () => {
    const items = asked('Winter\n\nThick snow covers the roots of grass and warms the nests of mice.').join('\n')
    expect(items).toContain('hat does thick snow cover? = the roots of grass')
    expect(items).toContain('hat does thick snow warm? = the nests of mice')
  })

  it('leaves out no part of what somebody is quoted with, and nothing that limits a figure', () => {
    const statements = claimsOf(
      'Orla\n\nIn 1891 the mayor of Orla wrote that "all matters – bread, salt, and timber – are for the council". ' +
        'The Lenna rises each spring in Orla – at its highest – to 20 meters.',
    ).map(({ fact }) => fact.statement)
    expect(statements.filter((statement) => statement.includes('matters') && !statement.includes('bread'))).toEqual([])
    expect(statements.filter((statement) => statement.includes('20') && !statement.includes('highest'))).toEqual([])
  })

  it('takes no list apart whose members share a noun', () => {
    const lists = (text: string) => claimsOf(text).filter(({ fact }) => fact.members.length > 2)
    const opening = 'The market of Orla has been a mix of'
    expect(lists(`Orla\n\n${opening} Lennan, Dalian, and Polish stalls since 1871.`)).toEqual([])
    expect(lists(`Orla\n\n${opening} timber, granite, and wool since 1871.`)).toHaveLength(1)
  })

  it('asks for what a colon lists after its own number, as a whole', () => {
    const goods = 'grey wool, black timber, and the fish of the lake.'
    const whole = (count: string) =>
      claimsOf(`Orla\n\nThe market of Orla sells ${count} goods: ${goods}`)
        .filter(({ question }) => question === `The market of Orla sells ${count} goods: _____.`)
        .map(({ fact }) => fact.members)
    expect(whole('three')).toEqual([['grey wool', 'black timber', 'the fish of the lake']])
    expect(whole('four')).toEqual([])
  })

  it.each(['Ebbinghaus', 'Hermann Ebbinghaus'])('takes "he" for %s, the one person of the sentence before', (name) => {
    expect(
      asked(`Bridges\n\n${name} built a stone bridge in 1871. He designed the harbour of Orla in 1880.`),
    ).toContain(`A What did ${name} design in 1880? = the harbour of Orla`)
  })

  it('names the fact that "this circumstance" takes up, and shows both sentences', () => {
    const claims = claimsOf(
      'Orla\n\nOrla is a meeting point of three old trade routes. This circumstance created good conditions for a large market.',
    )
    const claim = claims.find(({ question }) => question?.startsWith('What did the fact that Orla is a meeting point'))
    expect(claim?.fact.answer).toBe('good conditions for a large market')
    expect(claim?.fact.spans).toHaveLength(2)
  })

  it('takes "this circumstance" after words without a verb for nothing', () => {
    expect(asked('Orla\n\nOh sad day. This circumstance created good conditions for a large market.')).toEqual([])
  })

  it('names the one region that a text has named, and none when there are two', () => {
    const later = 'The farmers of the region showed the king of Orla their wish for a new canal.'
    const oneRegion = `Canals\n\nDalia is a state in the North Lennan region. ${later}`
    const twoRegions = `Canals\n\nDalia is a state in the North Lennan region. Orla lies in the East Dalian region. ${later}`
    const named = (text: string) =>
      asked(text).filter((item) => item.startsWith('A') && item.includes('farmers of the North Lennan region'))
    expect(named(oneRegion)).not.toEqual([])
    expect(named(twoRegions)).toEqual([])
  })

  it('leaves to the author what points at a thing named only before', () => {
    const items = asked(
      'Trade\n\nA convoy of grain left Orla in spring. Seven carts and a convoy were lost. Foreign millers were among the carts.',
    )
    expect(items.filter((item) => item.includes('among the carts')).every((item) => item.startsWith('B'))).toBe(true)
  })

  it('leaves to the author what "the" calls known and nothing explains', () => {
    const items = asked('Salt\n\nThe acid reacted with lime in the vessel.')
    expect(items).toContain('B What reacted with lime in the vessel? = the acid')
    expect(items.filter((item) => item.startsWith('A'))).toEqual([])
  })

  it('asks a compound that is named once by its rare last word, not by a rare first one', () => {
    const answers = (text: string) => claimsOf(text).map(({ fact }) => fact.answer)
    const tissues =
      'The disease of Orla results from a strong defence attacking normal tissues as if they were foreign.'
    expect(answers(`Disease\n\n${tissues}`)).toContain('normal tissues')
    const county = 'An engineer of Orla will oversee the maintenance and construction of county infrastructure.'
    expect(answers(`Orla\n\n${county}`)).not.toContain('county infrastructure')
  })

  it('does not take "it is important for health" for an empty "it"', () => {
    expect(asked('Milk\n\nIt is important for the growth of young animals and for the making of soft cheese.')).toEqual(
      [],
    )
  })
})

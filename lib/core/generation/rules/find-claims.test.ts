import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { findClaims } from './find-claims'

const claimsOf = (text: string) => {
  const document = structureDocument({ title: null, text, format: 'txt' })
  return [...findClaims(document, 'txt', () => {})].flatMap(({ claims }) => claims)
}
const asked = (text: string) => claimsOf(text).map(({ question, fact }) => `${question} = ${fact.answer}`)

describe('facts from prose', () => {
  it('asks another name that an aside gives', () => {
    expect(asked('Rivers\n\nThe Lenna, also called the Silver Water, is a river in northern Dalia.')).toContain(
      'What other name does the text give the Lenna? = the Silver Water',
    )
  })

  it('asks why, by the reason with its "because"', () => {
    expect(asked('Bees\n\nWorker bees guard young larvae because large wasps eat young larvae.')).toContain(
      'Why do worker bees guard young larvae? = because large wasps eat young larvae',
    )
  })

  it('asks a subject in the plural with a verb in the singular', () => {
    expect(asked('Leaves\n\nTwo waxy membranes surround all the cells of a leaf.')).toContain(
      'What surrounds all the cells of a leaf? = two waxy membranes',
    )
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
    const opening = 'The market of Orla consists of'
    expect(lists(`Orla\n\n${opening} Lennan, Dalian, and Polish stalls.`)).toEqual([])
    expect(lists(`Orla\n\n${opening} timber, granite, and wool.`)).toHaveLength(1)
  })

  it('asks for what a colon lists after its own number, as a whole', () => {
    const goods = 'grey wool, black timber, and the fish of the lake.'
    const whole = (count: string) =>
      claimsOf(`Orla\n\nThe market of Orla sells ${count} goods: ${goods}`)
        .filter(({ question }) => question === `Which ${count} goods does the market of Orla sell?`)
        .map(({ fact }) => fact.members)
    expect(whole('three')).toEqual([['grey wool', 'black timber', 'the fish of the lake']])
    expect(whole('four')).toEqual([])
  })

  it('notes what "the" calls known and nothing explains', () => {
    const noted = (text: string) => claimsOf(text).map(({ unresolved }) => unresolved)
    expect(noted('Salt\n\nThe acid reacted with lime in the vessel.')).toContainEqual(['acid'])
    expect(noted('Salt\n\nThe acid of lemons reacted with lime in 1891.').flat()).toEqual([])
  })

  it('asks a compound after a participle', () => {
    const tissues = 'A disease of Orla results from a strong defence attacking normal tissues as if they were foreign.'
    expect(claimsOf(`Disease\n\n${tissues}`).map(({ fact }) => fact.answer)).toContain('normal tissues')
  })

  it.each([
    ['A fault is a break in the rock along which two blocks slide.', 'How does the text define “fault”?'],
    ['Moraines are ridges of gravel that a glacier leaves behind.', 'How does the text define “moraines”?'],
    ['Erosion refers to the slow wearing away of rock by water.', 'How does the text define “erosion”?'],
    ['Melted rock under the ground is called magma.', 'What is melted rock under the ground called?'],
    [
      'Columns of ice, or seracs, stand at the edge of a glacier.',
      'What other name does the text give columns of ice?',
    ],
    ['Because the ice is heavy, the ground bends.', 'Why does the ground bend?'],
    ['The farmers dug canals so that the fields stayed wet.', 'Why did the farmers dig canals?'],
    ['The harbour froze due to the long winter of 1891.', 'Why did the harbour freeze?'],
  ])('asks “%s” as a question', (sentence, question) => {
    expect(claimsOf(`Glaciers\n\n${sentence}`).map((claim) => claim.question)).toContain(question)
  })

  it('asks no object that means little without its verb', () => {
    const questions = asked('Orla\n\nThe council of Orla played a vital role in the war.').join('\n')
    expect(questions).toContain('What played a vital role in the war?')
    expect(questions).not.toContain('What did the council of Orla play?')
  })

  it('does not take "it is important for health" for an empty "it"', () => {
    expect(asked('Milk\n\nIt is important for the growth of young animals and for the making of soft cheese.')).toEqual(
      [],
    )
  })
})

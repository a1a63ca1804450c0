import { describe, expect, it } from 'vitest'
import { writeItem } from '../../item/item'
import { withoutLabel } from '../../item/item-label'
import type { ItemType } from '../../question-types/registry'
import { generate } from './generate'

const TITLE = 'The harbour of Larvik'
const from = (text: string) => {
  const generated = generate({ title: TITLE, text, format: 'md' })
  return { ...generated, items: generated.items.map(writeItem) }
}
const stems = ({ items }: ReturnType<typeof from>) => items.map(({ stem }) => stem)
const ofType = ({ items }: ReturnType<typeof from>, type: ItemType) => items.filter((item) => item.type === type)
const list = (intro: string, ...members: string[]) =>
  `${intro}\n\n${members.map((member) => `- ${member}`).join('\n')}\n`

describe('a list under an intro that is a clause', () => {
  it.each([
    ['The harbour of Larvik has three bodies:', 'Which three bodies does the harbour of Larvik have?'],
    [
      'Since 1871, the harbour of Larvik has rested on three pillars:',
      'Since 1871, on which three pillars has the harbour of Larvik rested?',
    ],
    ['Three bodies govern the harbour of Larvik:', 'Which three bodies govern the harbour of Larvik?'],
    ['Ferries carry one of three flags:', 'Ferries carry one of which three flags?'],
    ['The harbour of Larvik serves the following bodies:', 'Which three bodies does the harbour of Larvik serve?'],
  ])('asks “%s” as a whole', (intro, question) => {
    const card = ofType(from(list(intro, 'the council', 'the board', 'the office')), 'flashcard').find(
      ({ stem }) => withoutLabel(stem, TITLE, []) === question,
    )
    expect(card?.key).toEqual(['the council', 'the board', 'the office'])
  })

  it('is passed over when the stated number is not the members’', () => {
    const made = from(list('The harbour of Larvik has four bodies:', 'the council', 'the board', 'the office'))
    expect(made.items).toEqual([])
  })

  it('never asks for all of an open list', () => {
    const made = from(list('Goods that pass through Larvik include:', 'dry timber', 'hard granite', 'fresh fish'))
    expect(stems(made)).toEqual(['The harbour of Larvik: Which goods that pass through Larvik does the text name?'])
  })
})

describe('what a list says of its members', () => {
  const ROLES = list(
    'The harbour of Larvik has three flags:',
    'Red: the harbour is closed',
    'Blue: a storm is near',
    'White: all is calm',
  )

  it('is asked from one side or the other', () => {
    const asked = stems(from(ROLES))
    for (const [flag, said] of [
      ['Red', 'the harbour is closed'],
      ['Blue', 'a storm is near'],
      ['White', 'all is calm'],
    ])
      expect(asked).toSatisfy((all: string[]) =>
        all.some((stem) => stem.includes(`the flag “${flag}”`) || stem.includes(`as “${said}”`)),
      )
  })

  it('names the member alone in the list', () => {
    const whole = ofType(from(ROLES), 'flashcard').find(({ stem }) => stem.startsWith('Which three flags'))
    expect(whole?.key).toEqual(['Red', 'Blue', 'White'])
  })
})

describe('a list whose members say themselves what they are', () => {
  const under = (...members: string[]) =>
    from(`# Cells\n\n## Parts\n\n${members.map((member) => `- ${member}`).join('\n')}\n`)

  it('asks a glossary from either side, without an intro', () => {
    const made = under(
      'Ribosome: a small body that builds proteins from amino acids',
      'Vacuole: a sac that stores water and food',
      'Lysosome: a sac of enzymes that breaks down waste',
    )
    const cards = ofType(made, 'flashcard').map(({ key }) => key.join())
    expect(cards.some((key) => /ribosome|vacuole|lysosome|^a s/.test(key))).toBe(true)
    for (const { evidence } of made.items) expect(evidence.length).toBeGreaterThan(0)
  })

  it('takes neither bare links nor times for a glossary', () => {
    expect(under('Home: page', 'Contact: mail').items).toEqual([])
    expect(under('9 to 10: a talk on the parts of cells', '10 to 11: a walk in the botanic garden').items).toEqual([])
  })
})

import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Asker, createTurns, type TakeTurn, type Turn } from './turns'

const guest = (person: string): Asker => ({ person, rank: 'guest' })
const known = (person: string): Asker => ({ person, rank: 'known' })

/** Asks in this order and lets whoever is in leave, until nobody is; returns who was let in, and what others were told. */
async function serve(take: TakeTurn, askers: readonly Asker[]) {
  const inside: { asker: Asker; turn: Extract<Turn, { kind: 'in' }> }[] = []
  const order: string[] = []
  const refused: string[] = []
  const asked = askers.map(async (asker) => {
    const turn = await take(undefined, asker)
    if (turn.kind !== 'in') return refused.push(`${asker.person} ${turn.kind}`)
    order.push(asker.person)
    return inside.push({ asker, turn })
  })
  await settle()
  let most = inside.length
  const atOnce: string[][] = []
  while (inside.length > 0) {
    atOnce.push(inside.map(({ asker }) => asker.person))
    inside.shift()?.turn.leave()
    await settle()
    most = Math.max(most, inside.length)
  }
  await Promise.all(asked)
  return { order, refused, most, atOnce }
}

/** Every promise that can go on has gone on. */
const settle = () => new Promise((done) => setImmediate(done))

describe('turns', () => {
  it('let in as many as there are places, then in the order of asking, and forget who gave up', async () => {
    const take = createTurns(1, 2)
    const order: string[] = []
    const first = await take()
    const cancel = new AbortController()
    const second = take(cancel.signal).then(({ kind }) => order.push(`second ${kind}`))
    const third = take().then(({ kind }) => order.push(`third ${kind}`))
    expect(await take()).toEqual({ kind: 'full' })
    cancel.abort()
    await second
    if (first.kind === 'in') first.leave()
    await third
    expect(order).toEqual(['second cancelled', 'third in'])
  })

  it('let in one of a person at a time, although a place is free', async () => {
    const { order, most } = await serve(createTurns(2, 20), [guest('one'), guest('one'), guest('one')])
    expect(order).toEqual(['one', 'one', 'one'])
    expect(most).toBe(1)
  })

  it('let a teacher in beside the guest who is in, and another before the twenty who wait', async () => {
    const guests = Array.from({ length: 21 }, (_, at) => guest(`guest ${at}`))
    const { order, refused, atOnce } = await serve(createTurns(1, 20), [...guests, known('teacher'), known('other')])
    expect(atOnce[0]).toEqual(['guest 0', 'teacher'])
    expect(order.slice(0, 4)).toEqual(['guest 0', 'teacher', 'other', 'guest 1'])
    expect(refused).toEqual([])
  })

  it('tell whoever has three waiting that it is enough, and take others all the same', async () => {
    const twenty = Array.from({ length: 20 }, () => guest('one'))
    const { order, refused } = await serve(createTurns(1, 20), [...twenty, guest('other')])
    expect(order).toEqual(['one', 'other', 'one', 'one', 'one'])
    expect(refused).toEqual(Array.from({ length: 16 }, () => 'one own-full'))
  })

  const arbitraryAskers = fc.array(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      rank: fc.constantFrom('known' as const, 'guest' as const),
    }),
    { maxLength: 12 },
  )

  property.prop([fc.integer({ min: 1, max: 3 }), arbitraryAskers])(
    'never let in more of a rank than there are places or two of one person, and answer everybody',
    async (places, asked) => {
      // A person has one rank.
      const askers = asked.map(({ person, rank }): Asker => ({ person: `${rank} ${person}`, rank }))
      const { order, refused, atOnce } = await serve(createTurns(places, 20), askers)
      for (const rank of ['known', 'guest'])
        for (const persons of atOnce)
          expect(persons.filter((person) => person.startsWith(rank)).length).toBeLessThanOrEqual(places)
      for (const persons of atOnce) expect(new Set(persons).size).toBe(persons.length)
      expect(order.length + refused.length).toBe(askers.length)
    },
  )
})

import { createAccount, createGuest } from '@/lib/data/people/identities'
import { db } from '@/lib/db'
import { NOW } from '@/test/factories'

export const PASSWORD = 'felt and patchwork'

export const LOCAL_ADDRESS = '127.0.0.1'

// An address each, so that one test's tries are not another's.
let addresses = 0

export const anAddress = () => `192.0.2.${++addresses}`

let people = 0

export const anEmail = () => `person-${++people}@example.org`

export async function aGuest(timeZone = 'UTC') {
  const created = await createGuest({ address: anAddress(), timeZone }, NOW)
  if (created.kind !== 'created') throw new Error(created.reason)
  return created
}

export async function anAccount(given: { demo?: boolean } = {}) {
  const email = anEmail()
  const created = await createAccount(null, { name: 'Aizada', email, password: PASSWORD, address: anAddress() }, NOW)
  if (created.kind !== 'created') throw new Error(created.reason)
  if (given.demo) await db().learner.update({ where: { id: created.learnerId }, data: { demo: true } })
  return { ...created, email }
}

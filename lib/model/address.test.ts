import { expect, it } from 'vitest'
import { type Address, findTarget, placeOf } from './address'
import type { ModelConnection } from './settings'

const addressOf = (address: string): Address => ({ address, family: address.includes(':') ? 6 : 4 })

it.each([
  ['127.0.0.1', 'this-machine'],
  ['127.8.8.8', 'this-machine'],
  ['0.0.0.0', 'this-machine'],
  ['::1', 'this-machine'],
  ['::ffff:127.0.0.1', 'this-machine'],
  ['10.1.2.3', 'private-network'],
  ['172.16.0.1', 'private-network'],
  ['172.31.255.255', 'private-network'],
  ['192.168.1.20', 'private-network'],
  ['100.64.0.1', 'private-network'],
  ['fd12:3456::1', 'private-network'],
  ['::ffff:10.1.2.3', 'private-network'],
  ['172.32.0.1', 'outside'],
  ['100.128.0.1', 'outside'],
  ['203.0.113.7', 'outside'],
  ['2001:db8::1', 'outside'],
  ['::ffff:203.0.113.7', 'outside'],
])('%s is in the place %s', (address, place) => {
  expect(placeOf(addressOf(address))).toBe(place)
})

it.each([
  '169.254.0.1',
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '64:ff9b::169.254.169.254',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
  'ff02::1',
])('%s is never connected to', (address) => {
  expect(placeOf(addressOf(address))).toBe('never')
})

const connectionTo = (baseUrl: string, isRemoteAllowed: boolean): ModelConnection => ({
  name: 'some-model',
  baseUrl,
  apiKey: () => null,
  isRemoteAllowed,
})

const find = (baseUrl: string, addresses: readonly string[], isRemoteAllowed = true) =>
  findTarget(connectionTo(baseUrl, isRemoteAllowed), async () => addresses.map(addressOf))

it.each([
  ['http://metadata.test/v1', '169.254.169.254'],
  ['http://metadata.test/v1', 'fd00:ec2::254'],
])('refuses a name that resolves to a metadata service: %s, %s', async (baseUrl, address) => {
  expect(await find(baseUrl, [address])).toMatchObject({ reason: 'refused-address', detail: 'forbidden-address' })
})

it('refuses a name that resolves to a metadata service among other addresses', async () => {
  expect(await find('http://model.test/v1', ['127.0.0.1', '169.254.169.254'])).toMatchObject({ kind: 'failed' })
})

it.each([
  'http://169.254.169.254/v1',
  'http://0xa9fea9fe/v1',
  'http://2852039166/v1',
  'http://[::ffff:169.254.169.254]/v1',
])('refuses the address of a metadata service, however it is written: %s', async (baseUrl) => {
  expect(await find(baseUrl, [])).toMatchObject({ reason: 'refused-address', detail: 'forbidden-address' })
})

it('takes a host for as far as its farthest address', async () => {
  expect(await find('https://model.test/v1', ['127.0.0.1', '10.0.0.1'])).toMatchObject({ place: 'private-network' })
  expect(await find('https://model.test/v1', ['10.0.0.1', '203.0.113.7'])).toMatchObject({ place: 'outside' })
})

it('goes outside only where that is allowed, and then encrypted', async () => {
  expect(await find('https://model.test/v1', ['203.0.113.7'])).toMatchObject({ kind: 'allowed', place: 'outside' })
  expect(await find('https://model.test/v1', ['203.0.113.7'], false)).toMatchObject({ detail: 'remote-not-allowed' })
  expect(await find('http://model.test/v1', ['203.0.113.7'])).toMatchObject({ detail: 'not-encrypted' })
  expect(await find('http://model.test/v1', ['10.0.0.1'], false)).toMatchObject({ kind: 'allowed' })
})

it('says that a name does not resolve', async () => {
  expect(await find('http://model.test/v1', [])).toMatchObject({ reason: 'unreachable', detail: 'not-resolved' })
  expect(await findTarget(connectionTo('http://model.invalid/v1', false))).toMatchObject({ detail: 'not-resolved' })
})

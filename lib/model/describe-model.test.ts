import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { startBadModel } from '../../test/model-servers/bad-model'
import { type AnswerChat, type ModelServer, startModelServer } from '../../test/model-servers/model-server'
import { checkReachable, describeModel } from './describe-model'
import type { ModelConnection } from './settings'

const servers: ModelServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const connectionTo = (baseUrl: string, name = 'bad'): ModelConnection => ({
  name,
  baseUrl,
  apiKey: () => 'secret-key',
  isRemoteAllowed: false,
})

async function start(server: Promise<ModelServer>): Promise<ModelServer> {
  servers.push(await server)
  return server
}

it('says where the model is, and sends nothing', async () => {
  const server = await start(startBadModel('well-behaved'))
  expect(await describeModel(connectionTo(server.url))).toEqual({
    name: 'bad',
    host: '127.0.0.1',
    port: Number(new URL(server.url).port),
    access: { kind: 'allowed', where: 'this-machine' },
  })
  expect(server.requests).toEqual([])
})

it('says why it may not be asked, and the port that an address without one means', async () => {
  const resolve = async () => [{ address: '203.0.113.7', family: 4 }]
  expect(await describeModel(connectionTo('https://models.test/v1'), resolve)).toMatchObject({
    host: 'models.test',
    port: 443,
    access: { reason: 'refused-address', detail: 'remote-not-allowed' },
  })
})

it.each([
  ['bad', true],
  ['small', true],
  ['large', false],
])('reaches the server, which lists "bad" and "small:latest": %s is listed: %s', async (name, isListed) => {
  const answer: AnswerChat = (response) => response.end()
  const server = await start(startModelServer(['bad', 'small:latest'], answer))
  expect(await checkReachable(connectionTo(server.url, name))).toEqual({
    kind: 'reachable',
    seconds: expect.any(Number),
    isListed,
  })
  expect(server.requests).toMatchObject([
    { path: '/v1/models', headers: { authorization: 'Bearer secret-key' }, body: null },
  ])
})

it('reaches a server that keeps no list', async () => {
  const server = await start(startBadModel('well-behaved'))
  expect(await checkReachable(connectionTo(`${server.url}/other`))).toMatchObject({ kind: 'reachable', isListed: null })
})

it.each([
  [401, 'unauthorised'],
  [503, 'server-error'],
  [302, 'redirected'],
])('says that the server answers %i', async (status, reason) => {
  const server = createServer((_request, response) => response.writeHead(status, { location: '/v1/models' }).end('{}'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  expect(await checkReachable(connectionTo(`http://127.0.0.1:${port}/v1`))).toMatchObject({ kind: 'failed', reason })
  server.close()
})

it('says that nobody listens', async () => {
  const server = await startBadModel('well-behaved')
  await server.close()
  expect(await checkReachable(connectionTo(server.url))).toMatchObject({
    reason: 'unreachable',
    detail: 'ECONNREFUSED',
  })
})

it('asks no address that is not allowed', async () => {
  expect(await checkReachable(connectionTo('http://169.254.169.254/v1'))).toMatchObject({ reason: 'refused-address' })
})

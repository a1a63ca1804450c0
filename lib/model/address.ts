import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { failed, type ModelFailure } from './failure'
import type { ModelConnection } from './settings'

export const MODEL_PLACES = ['this-machine', 'private-network', 'outside'] as const
export type ModelPlace = (typeof MODEL_PLACES)[number]

export type Address = { readonly address: string; readonly family: number }

/** All addresses of a host; fails as Node's `lookup` does. */
export type ResolveHost = (host: string) => Promise<readonly Address[]>

const resolveHost: ResolveHost = (host) => lookup(host, { all: true })

const [NEVER, THIS_MACHINE, PRIVATE] = [new BlockList(), new BlockList(), new BlockList()]
// Link-local, with the metadata services of clouds; then those that are elsewhere (AWS, Alibaba, Oracle, Azure); then multicast.
for (const subnet of ['169.254.0.0/16', 'fe80::/10', 'fd00:ec2::/32', '64:ff9b::a9fe:0/112']) add(NEVER, subnet)
for (const subnet of ['100.100.100.200/32', '192.0.0.192/32', '168.63.129.16/32']) add(NEVER, subnet)
for (const subnet of ['224.0.0.0/3', 'ff00::/8']) add(NEVER, subnet)
for (const subnet of ['127.0.0.0/8', '::1/128', '0.0.0.0/32', '::/128']) add(THIS_MACHINE, subnet)
// RFC 1918, the shared space that overlay networks use (RFC 6598), and unique local addresses (RFC 4193).
for (const subnet of ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'])
  add(PRIVATE, subnet)

function add(list: BlockList, subnet: string): void {
  const [network = '', bits] = subnet.split('/')
  list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
}

export function placeOf({ address, family }: Address): ModelPlace | 'never' {
  const [plain = ''] = address.split('%')
  const isIn = (list: BlockList) => list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  if (isIn(NEVER)) return 'never'
  if (isIn(THIS_MACHINE)) return 'this-machine'
  return isIn(PRIVATE) ? 'private-network' : 'outside'
}

export type ModelTarget = {
  readonly kind: 'allowed'
  readonly place: ModelPlace
  /** The only ones that may be connected to: the name could resolve to others a moment later. */
  readonly addresses: readonly Address[]
}

/**
 * Resolves the host of a model and decides whether it may be connected to. A host counts as the farthest of its addresses.
 * Outside, the operator must allow it and the connection must be encrypted.
 */
export async function findTarget(
  { baseUrl, isRemoteAllowed }: ModelConnection,
  resolve: ResolveHost = resolveHost,
): Promise<ModelTarget | ModelFailure> {
  const { hostname, protocol } = new URL(baseUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch(() => [])
  if (addresses.length === 0) return failed('unreachable', 'not-resolved')
  const places = addresses.map(placeOf)
  if (places.includes('never')) return failed('refused-address', 'forbidden-address')
  const place = (['outside', 'private-network'] as const).find((far) => places.includes(far)) ?? 'this-machine'
  if (place === 'outside' && !isRemoteAllowed) return failed('refused-address', 'remote-not-allowed')
  if (place === 'outside' && protocol !== 'https:') return failed('refused-address', 'not-encrypted')
  return { kind: 'allowed', place, addresses }
}

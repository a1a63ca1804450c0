import { z } from 'zod'
import { SECOND_MS } from '../core/shared/time'
import { findTarget, type ModelPlace, type ResolveHost } from './address'
import { hostOf } from './consent'
import { type Deadlines, exchange, type HttpResponse } from './exchange'
import { failureOfStatus, type ModelFailure } from './failure'
import type { ModelConnection } from './settings'

export type ModelDescription = {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly access: { readonly kind: 'allowed'; readonly where: ModelPlace } | ModelFailure
}

/** Where the model is and whether it may be asked. Resolves its host and sends nothing to it. */
export async function describeModel(connection: ModelConnection, resolve?: ResolveHost): Promise<ModelDescription> {
  const { port, protocol } = new URL(connection.baseUrl)
  const target = await findTarget(connection, resolve)
  return {
    name: connection.name,
    host: hostOf(connection),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    access: target.kind === 'failed' ? target : { kind: 'allowed', where: target.place },
  }
}

export type Reachability =
  /** `isListed` is null where the server keeps no list. */
  { readonly kind: 'reachable'; readonly seconds: number; readonly isListed: boolean | null } | ModelFailure

const Models = z.object({ data: z.array(z.object({ id: z.string() })) })
const SHORT = 5 * SECOND_MS
const DEADLINES: Deadlines = { firstToken: SHORT, stall: SHORT, whole: SHORT }

/** Asks the server for its models. Sends nothing but the key. */
export async function checkReachable(
  connection: ModelConnection,
  options: { readonly signal?: AbortSignal; readonly deadlines?: Deadlines; readonly resolve?: ResolveHost } = {},
): Promise<Reachability> {
  const target = await findTarget(connection, options.resolve)
  if (target.kind === 'failed') return target
  const started = performance.now()
  return exchange(
    connection,
    {
      path: '/models',
      body: null,
      addresses: target.addresses,
      deadlines: options.deadlines ?? DEADLINES,
      signal: options.signal,
    },
    async (response): Promise<Reachability> => {
      const isListed = await readIsListed(response, connection.name)
      if (isListed === 'refused') return failureOfStatus(response.status, '')
      return { kind: 'reachable', seconds: (performance.now() - started) / SECOND_MS, isListed }
    },
  )
}

async function readIsListed({ status, body }: HttpResponse, name: string): Promise<boolean | null | 'refused'> {
  // Some servers have the other endpoint alone.
  if (status === 404 || status === 405) return null
  if (status !== 200) return 'refused'
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  const ids = readIds(Buffer.concat(chunks).toString('utf8'))
  // Ollama lists the tag that it adds to a name without one.
  return ids && (ids.includes(name) || ids.includes(`${name}:latest`))
}

function readIds(text: string): string[] | null {
  try {
    const list = Models.safeParse(JSON.parse(text))
    return list.data?.data.map(({ id }) => id) ?? null
  } catch {
    return null
  }
}

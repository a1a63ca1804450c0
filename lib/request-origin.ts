import 'server-only'
import { networkInterfaces } from 'node:os'
import { headers } from 'next/headers'
import { env } from './env'

/** The public origin of this server: the configured one, else the one of the request. */
export async function readOrigin(): Promise<string> {
  const asked = await headers()
  const configured = env.NEXTAUTH_URL ? new URL(env.NEXTAUTH_URL) : null
  if (configured && !isLocal(configured)) return configured.origin
  const host = asked.get('x-forwarded-host') ?? asked.get('host')
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http'
  return host ? `${scheme}://${host}` : (configured?.origin ?? 'http://localhost:3000')
}

/** The origin for other devices: instead of localhost it has this machine's address in the network. */
export async function readOriginForOthers(): Promise<string> {
  const origin = new URL(await readOrigin())
  const here = isLocal(origin) ? addressInNetwork() : undefined
  if (here) origin.hostname = here
  return origin.origin
}

function isLocal({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function addressInNetwork(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

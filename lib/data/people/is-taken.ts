import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'

/** Whether a write failed because another row has that unique value. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

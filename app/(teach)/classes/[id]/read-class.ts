import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { ClassId } from '@/lib/core/ids'
import { type ClassView, findClass } from '@/lib/data/classes/classes'
import { requireViewer } from '@/lib/session'

export type ClassProps = { params: Promise<{ id: string }> }

/** The class in the address and the viewer, read once per request. A class of others is not found. */
export const readClass = cache(async (id: string) => {
  const viewer = await requireViewer(`/classes/${id}`)
  const classId = ClassId.safeParse(id).data
  const found = classId ? await findClass(viewer, classId) : null
  if (!found) notFound()
  return { viewer, found }
})

/** For the pages of teachers: redirects learners to their own view of the class. */
export async function readTaughtClass(
  id: string,
): Promise<Awaited<ReturnType<typeof readClass>> & { found: ClassView }> {
  const read = await readClass(id)
  if (!read.found.mayTeach) redirect(`/classes/${id}`)
  return read
}

/** Whether a request's address is this very machine: the loopback of IPv4, of IPv6, or the one inside the other. */
export function isThisMachine(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '')
  return bare === '::1' || /^127\.\d+\.\d+\.\d+$/.test(bare)
}

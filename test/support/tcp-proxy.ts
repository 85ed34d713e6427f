import net from 'node:net'

export interface TcpProxy {
  /** The database's URL by way of this proxy. */
  readonly url: string
  /** Breaks every connection and lets no new one through. */
  cut(): void
  /** Lets connections through again. */
  restore(): void
  /** Holds back whatever is sent either way, without breaking anything: a network that swallows packets. `restore` ends it. */
  swallow(): void
  close(): void
}

/** Stands between the API and Postgres: taking the database away costs nothing, and gives the same port back. */
export async function proxyTo(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<net.Socket>()
  let held = false
  let isCut = false
  const server = net.createServer((phone) => {
    if (isCut) return void phone.destroy()
    const database = net.connect(Number(port), hostname)
    for (const socket of [phone, database]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        phone.destroy()
        database.destroy()
      })
      if (held) socket.pause()
    }
    phone.pipe(database).pipe(phone)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as net.AddressInfo
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: Object.assign(new URL(target), { host: `127.0.0.1:${own}` }).href,
    cut: () => {
      isCut = true
      destroyAll()
    },
    restore: () => {
      isCut = false
      if (held) destroyAll()
      held = false
    },
    swallow: () => {
      held = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    close: () => {
      destroyAll()
      server.close()
    },
  }
}

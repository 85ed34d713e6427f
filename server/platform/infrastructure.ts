import { Get, HttpCode, Post } from '@nestjs/common'
import { Reflector } from '@nestjs/core'

/** Routes beside the contract, open to everyone who reaches the port: each is listed here or does not exist. GET where not said. */
export const INFRASTRUCTURE = {
  '/healthz': 'the process is alive',
  '/readyz': 'requests can be served',
  '/internal/tick': 'due work, for a timer that knows the secret',
  '/metrics': 'figures for Prometheus',
  '/api/openapi.json': 'the contract',
  '/docs': 'the contract, to be read and tried',
  '/docs/:file': 'what that page needs',
} as const

export type InfrastructurePath = keyof typeof INFRASTRUCTURE

export const methodOf = (path: string): 'GET' | 'POST' => (path === '/internal/tick' ? 'POST' : 'GET')

/** Marks a handler as infrastructure; the access guard lets it through. */
export const IsInfrastructure = Reflector.createDecorator<InfrastructurePath>()

export const Infrastructure =
  (path: InfrastructurePath): MethodDecorator =>
  (target, name, descriptor) => {
    if (methodOf(path) === 'GET') Get(path)(target, name, descriptor)
    else for (const decorate of [Post(path), HttpCode(200)]) decorate(target, name, descriptor)
    IsInfrastructure(path)(target, name, descriptor)
  }

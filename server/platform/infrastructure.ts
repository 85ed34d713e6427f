import { Get } from '@nestjs/common'
import { Reflector } from '@nestjs/core'

/** Routes beside the contract, open to everyone who reaches the port: each is listed here or does not exist. */
export const INFRASTRUCTURE = {
  '/healthz': 'the process is alive',
  '/readyz': 'requests can be served',
  '/metrics': 'figures for Prometheus',
  '/api/openapi.json': 'the contract',
  '/docs': 'the contract, to be read and tried',
  '/docs/:file': 'what that page needs',
} as const

export type InfrastructurePath = keyof typeof INFRASTRUCTURE

/** Marks a handler as infrastructure; the access guard lets it through. */
export const IsInfrastructure = Reflector.createDecorator<InfrastructurePath>()

export const Infrastructure =
  (path: InfrastructurePath): MethodDecorator =>
  (target, name, descriptor) => {
    Get(path)(target, name, descriptor)
    IsInfrastructure(path)(target, name, descriptor)
  }

import { Module } from '@nestjs/common'
import { ProductsRepository } from './products.repository.ts'
import { ProductsService } from './products.service.ts'

@Module({ providers: [ProductsRepository, ProductsService], exports: [ProductsService] })
export class ProductsModule {}

export { startServer, type Server, type ServerOptions } from './server';
export {
  demoUser,
  generatedTenantId,
  generatedToken,
  threeTenants,
  vps3Region,
  vps3Tenant,
  vps3TenantId,
  vps3Token,
} from './cloud';
export { documentedResponse, documentedTenantId, documentedToken } from './documented';
export { generateCatalogue } from './catalogue';
export { vendorCatalogue, vendorCatalogueImages, type CatalogueImage } from './vendorCatalogue';
export { selfSignedCertificate, type Certificate } from './certificate';
export { oddities, type Oddity } from './oddities';
export type { Fault, FaultHandle } from './faults';
export type { GlanceJson } from './glance/glanceJson';
export { vendorProject } from './glance/visibility';
export type { ImageJson } from './imageJson';
export type { GlanceStatus, ImagePatch, ImageRecord, Images, ImageSpec } from './images';
export type { LoggedRequest, RequestKind } from './requests';
export type { Tenant, TenantSpec, UserSpec } from './tenants';
export type { Token } from './tokens';
export { saveFurther } from './savingImages';

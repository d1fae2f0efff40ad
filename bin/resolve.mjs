/** How an import would find a package; a script has no way of its own. */
export const resolve = (specifier) => import.meta.resolve(specifier);

import type { PlatformShop } from "@lendfriend/connector";
import type { ApiTransport } from "../request/api-transport.ts";
import { failure } from "../request/failure.ts";
import { authorizedShopsSchema } from "../wire/account.ts";

export type AuthorizedShop = Omit<PlatformShop, "isActive">;

const path = "/authorization/202309/shops";

/** The shops that a seller's token is authorised for, each with the cipher that calls about it carry. */
export function getAuthorizedShops(
  transport: ApiTransport,
  accessToken: string,
  signal?: AbortSignal,
): Promise<readonly AuthorizedShop[]> {
  return transport.call({ method: "GET", path, accessToken, shopCipher: null, signal }, (data) => {
    const result = authorizedShopsSchema.safeParse(data);
    if (!result.success) throw failure("invalid_response", `GET ${path}`);
    return (result.data.shops ?? []).map((shop) => ({
      id: shop.id,
      name: shop.name ?? "",
      region: shop.region ?? "",
      sellerType: shop.seller_type ?? "",
      cipher: shop.cipher,
    }));
  });
}

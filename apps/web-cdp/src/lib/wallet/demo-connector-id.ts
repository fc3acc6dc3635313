/** The demo wallet's name among connectors. */
export const demoConnectorId = "lendfriend.demo";

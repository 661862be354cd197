// Answers a partner's public profile: one read, and what it finds as JSON.
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";

const client = new DynamoDBClient({});

export async function handler(event) {
  const handle = event.pathParameters?.handle ?? "";
  const read = await client.send(
    new GetItemCommand({
      TableName: process.env.TABLE_NAME,
      Key: { PK: { S: `PROFILE#${handle}` }, SK: { S: "PROFILE" } },
    }),
  );
  if (!read.Item) return { statusCode: 404 };
  console.log(JSON.stringify({ handle, message: "answered" }));
  return {
    statusCode: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(unmarshall(read.Item)),
  };
}

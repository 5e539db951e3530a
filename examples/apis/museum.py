import museum
from museum import Museum, testing

# The server is a mock; without `transport` the client calls the museum.
server = testing.MockTransport()
server.add("hours.list", [{"date": "2023-09-11", "timeOpen": "09:00", "timeClose": "18:00"}])
server.add("events.retrieve", testing.error(404, "no such event", "not_found"))

client = Museum(username="guest", password="secret", transport=server)

for day in client.hours.list(startDate="2023-09-11", limit=1):
    print(day.date, "from", day.timeOpen, "to", day.timeClose)

try:
    client.events.retrieve("6744a0da-4121-49cd-8479-f8cc20526495")
except museum.NotFoundError as error:
    print(error.status_code, error.outcome)

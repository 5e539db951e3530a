import museum
from museum import Museum, testing

# The server is a mock; without `transport` the client calls the museum.
server = testing.MockTransport()
days = [{"date": f"2023-09-{day}", "timeOpen": "09:00", "timeClose": "18:00"} for day in (11, 12)]
server.add("hours.list", days[:1], days[1:], [])  # pages of one day
server.add("events.retrieve", testing.error(404, "no such event", "not_found"))

client = Museum(username="guest", password="secret", transport=server)

for day in client.hours.list(start_date="2023-09-11", limit=10):
    print(day.date, "from", day.time_open, "to", day.time_close)

try:
    client.events.retrieve("6744a0da-4121-49cd-8479-f8cc20526495")
except museum.NotFoundError as error:
    print(error.status_code, error.outcome)
